package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each column is taken for, and the note that says so. */
final class ColumnGuessTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  private static ImportPreview preview(String text) {
    return SeriesFiles.preview("table", text, ImportChoices.AUTOMATIC);
  }

  private static SeriesSet read(String text) {
    return SeriesFiles.open("table", text, ImportChoices.AUTOMATIC);
  }

  private static String notes(ImportPreview preview) {
    return String.join(" ", preview.notes());
  }

  private static ImportPreview caseFile(String name) {
    return SeriesFiles.preview(CASES.resolve(name), ImportChoices.AUTOMATIC);
  }

  private static String refused(Path file) {
    return String.valueOf(
        assertThrows(SeriesException.class, () -> SeriesFiles.open(file)).getMessage());
  }

  private static ColumnUse use(ImportPreview preview, String column) {
    return preview.columns().stream()
        .filter(c -> c.name().equals(column))
        .findFirst()
        .orElseThrow()
        .use();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bjd", "mjd", "jd", "hjd", "JD_UTC", "BJD_TDB", "phase", "secs", "unix", "x"})
  void aFirstColumnWithANameOfTimesIsTheTime(String name) {
    ImportPreview preview = preview(name + ",mag\n0.125,1\n0.25,2\n0.5,4\n");
    assertEquals(ColumnUse.TIME, use(preview, name));
    assertTrue(notes(preview).contains("Column '" + name + "' was read as the time"));
  }

  @Test
  void anXThatFallsOrComesSecondIsMeasured() {
    assertEquals(ColumnUse.OBSERVED, use(preview("x,y\n1,1\n3,2\n2,4\n"), "x"));
    assertEquals(ColumnUse.OBSERVED, use(preview("y,x\n1,1\n3,2\n2,4\n"), "x"));
  }

  @Test
  void unsortedJulianDatesAreRefusedByRow() {
    String sentence = refused(CASES.resolve("bjd_mag_err.csv"));
    assertTrue(
        sentence.contains("row 3, column 'bjd': the time 2459007.15734648 is before"), sentence);
    assertEquals(ColumnUse.NOISE, use(caseFile("bjd_mag_err.csv"), "mag_err"));
    assertEquals("d", read("jd,mag\n1,2\n2,3\n3,5\n").time().unit());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mag_err",
        "mag_error",
        "mag_sigma",
        "mag_sd",
        "mag_std",
        "mag_se",
        "e_mag",
        "err_mag",
        "sigma_mag",
        "sd_mag",
        "magerr",
        "Mag_Err",
        "mag_unc"
      })
  void aDeviationBesideAChannelIsItsNoise(String name) {
    ImportPreview preview = preview("t,mag," + name + "\n0,1,0.1\n1,2,0.2\n2,4,0.1\n");
    assertEquals(ColumnUse.NOISE, use(preview, name));
    assertTrue(notes(preview).contains("it says how well 'mag' was measured"), notes(preview));
    ImportPreview negative = preview("t,mag," + name + "\n0,1,0.1\n1,2,-0.2\n2,4,0.1\n");
    boolean difference = name.contains("err") || name.contains("Err") || name.startsWith("e_");
    assertEquals(difference ? ColumnUse.OBSERVED : ColumnUse.NOISE, use(negative, name));
    assertEquals(difference, negative.problem().isEmpty());
  }

  @Test
  void whatIsTheSameWithinEachSeriesIsALabel() {
    String text =
        "ship,t,x,depth,same\na,0,1,7,5\na,1,2,7,5\na,2,2,7,5\nb,0,4,9,5\nb,1,3,9,5\nb,2,3,9,5\n";
    ImportPreview preview = preview(text);
    assertEquals(ColumnUse.LEFT_OUT, use(preview, "depth"));
    assertEquals(ColumnUse.OBSERVED, use(preview, "same"));
    assertTrue(notes(preview).contains("Column 'depth' was left out"), notes(preview));
    ImportChoices kept = ImportChoices.AUTOMATIC.withUse("depth", ColumnUse.OBSERVED);
    assertEquals(3, SeriesFiles.open("table", text, kept).channels().size());
    assertEquals(1, read("ship,t,x\na,0,1\na,1,1\na,2,1\nb,0,4\nb,1,4\nb,2,4\n").channels().size());
  }

  @Test
  void anIdentifierWinsOverAName() {
    SeriesSet set = SeriesFiles.open(CASES.resolve("two_storms_one_name.csv"));
    assertEquals(2, set.series().size());
    assertEquals(30, set.series().get(0).length());
    assertEquals(30, set.series().get(1).length());
    assertTrue(set.isTrack());
  }

  @Test
  void anInputWithAGapIsRefusedByRowUnlessAPersonSaysWhatItIs() {
    Path file = CASES.resolve("input_with_gap.csv");
    String sentence = refused(file);
    assertTrue(sentence.startsWith("input_with_gap.csv, row 32, column 'u_x': an input"), sentence);
    assertTrue(sentence.contains("--column u_x=observed"), sentence);
    ImportChoices chosen = ImportChoices.AUTOMATIC.withUse("u_x", ColumnUse.OBSERVED);
    assertEquals(2, SeriesFiles.open(file, chosen).observedChannels().length);
  }

  @Test
  void timesThatAreTooNearAreNotCalledTheSame() {
    String near =
        "time,x\n"
            + "2020-01-01T00:00:00.000000001Z,1\n"
            + "2020-01-01T00:00:00.000000002Z,2\n"
            + "2020-01-02,3\n";
    String dates = preview(near).problem().orElse("");
    assertTrue(dates.contains("nearer to each other") && dates.contains("microseconds"), dates);
    String numbers =
        preview("time,x\n1e17,1\n100000000000000001.5,2\n100000000000000100.5,3\n")
            .problem()
            .orElse("");
    assertTrue(numbers.contains("nearer to each other") && numbers.contains("(16.0)"), numbers);
    assertTrue(
        preview("time,x\n1,1\n1,2\n2,3\n").problem().orElse("").contains("keep one of the two"));
  }

  @Test
  void aRightLeapSecondIsAccepted() {
    SeriesSet set =
        read(
            "time,x\n"
                + "2016-12-31T23:59:59Z,1\n"
                + "2016-12-31T23:59:60Z,2\n"
                + "2017-01-01T00:00:00Z,3\n"
                + "2017-01-01T00:00:01Z,4\n");
    assertEquals(17_167, set.series().getFirst().times()[2]);
    assertEquals(17_167, set.series().getFirst().times()[1], 2e-8);
    assertEquals(
        4,
        read("time,x\n"
                + "2017-01-01T00:59:59+01:00,1\n"
                + "2017-01-01T00:59:60+01:00,2\n"
                + "2017-01-01T01:00:00+01:00,3\n"
                + "2017-01-01T01:00:01+01:00,3\n")
            .series()
            .getFirst()
            .length());
    assertTrue(
        preview("time,x\n2016-12-31T12:59:59Z,1\n2016-12-31T12:59:60Z,2\n2017-01-01T00:00:00Z,3\n")
            .problem()
            .orElse("")
            .contains("row 3"));
  }

  @Test
  void dateAndTimeAreJoined() {
    SeriesSet set = SeriesFiles.open(CASES.resolve("date_and_time_columns.csv"));
    double[] times = set.series().getFirst().times();
    // 30 of 300 seconds have no row, and are rows without a value.
    assertEquals(300, times.length);
    assertEquals(20_454 + 86_250 / 86_400.0, times[0], 1e-9);
    assertEquals(1 / 86_400.0, times[1] - times[0], 1e-10);
    assertTrue(notes(caseFile("date_and_time_columns.csv")).contains("'Date', 'Time' were joined"));
    SeriesSet parts = read("year,month,day,hour,x\n2020,2,28,23,1\n2020,2,29,0,2\n2020,2,29,1,4\n");
    assertEquals(18_320 + 23 / 24.0, parts.series().getFirst().times()[0], 1e-9);
    assertEquals(1, parts.channels().size());
    assertEquals(
        18_262,
        read("Year,Month,x\n2020,1,1\n2020,2,2\n2020,3,4\n").series().getFirst().times()[0]);
  }

  @Test
  void aTableOfYearsIsTurned() {
    Path file = CASES.resolve("years_as_columns.csv");
    SeriesSet set = SeriesFiles.open(file);
    assertEquals(
        List.of("North", "South", "East"), set.series().stream().map(Series::name).toList());
    assertEquals("Flow", set.channels().getFirst().name());
    Series east = set.series().get(2);
    assertEquals(1990, east.times()[0]);
    assertEquals(2001, east.times()[11]);
    assertTrue(Double.isNaN(east.values()[2][0]));
    assertEquals(181.3, east.values()[11][0]);
    assertTrue(
        notes(caseFile("years_as_columns.csv"))
            .contains("The headings '1990' to '2001' are times"));
    String broken = "Place,2001,2002,2003\na,1,2,3\nb,1,oops,3\nc,2,3,4\n";
    assertTrue(preview(broken).problem().orElse("").contains("row 3, column '2002': 'oops'"));
    ImportChoices columns = ImportChoices.AUTOMATIC.withWide(false);
    assertEquals(
        3,
        SeriesFiles.open("t", "Place,2001,2002,2003\na,1,2,3\nb,1,2,3\nc,2,3,4\n", columns)
            .channels()
            .size());
  }

  @Test
  void datesAsHeadingsAreTurnedToo() {
    SeriesSet set = read("who,2020-01,2020-02,2020-03,2020-04\nan,1,2,3,4\nbo,2,,5,6\n");
    assertEquals(2, set.series().size());
    assertTrue(set.time().isDate());
    assertArrayEquals(new double[] {1, 2, 3, 4}, set.series().getFirst().channel(0));
  }

  @Test
  void dotsAreDecidedOnceForTheColumn() {
    SeriesSet set = SeriesFiles.open(CASES.resolve("dots_mixed.csv"));
    double[] amounts = set.series().getFirst().channel(0);
    assertEquals(917, amounts[0]);
    assertEquals(1016, amounts[2]);
    assertTrue(notes(caseFile("dots_mixed.csv")).contains("was read as 1137"));
    ImportChoices dot = ImportChoices.AUTOMATIC.withDecimalSign(DecimalSign.DOT);
    assertEquals(
        1.016,
        SeriesFiles.open(CASES.resolve("dots_mixed.csv"), dot).series().getFirst().values()[2][0]);
    assertArrayEquals(
        new double[] {1, 1.016, 2},
        read("t;x\n0;1\n1;1.016\n2;2\n").series().getFirst().channel(0));
    assertArrayEquals(
        new double[] {1.234, 2.345, 1.5},
        read("t;x\n0;1.234\n1;2.345\n2;1.5\n").series().getFirst().channel(0));
  }

  @ParameterizedTest
  @CsvSource({
    "12.0%,12,%",
    "'$1,200.00',1200,$",
    "-$5,-5,$",
    "5 \u20AC,5,\u20AC",
    "EUR 1 200,1200,EUR",
    "1\u00A0200.5,1200.5,''",
    "1'200,1200,''",
    "\u22121.5,-1.5,''",
    "\u20131.5,-1.5,''",
    "1e\u22123,0.001,''"
  })
  void marksAboutNumbersAreRead(String cell, double number, String unit) {
    SeriesSet set = read("t,x\n0,\"" + cell + "\"\n1,\"" + cell + "\"\n2,\"" + cell + "\"\n");
    assertEquals(number, set.series().getFirst().values()[1][0]);
    assertEquals(unit, set.channels().getFirst().unit());
  }

  @Test
  void marksThatDifferAreRefused() {
    ImportPreview share = preview("t,x\n0,12%\n1,0.13\n2,14%\n");
    assertTrue(share.problem().orElse("").contains("row 3, column 'x': '0.13' is written another"));
    ImportPreview money = preview("t,x\n0,$12\n1,13\n2,\u20AC14\n");
    assertTrue(money.problem().orElse("").contains("row 4, column 'x'"), "" + money.problem());
    assertEquals(
        12, SeriesFiles.open(CASES.resolve("percent.csv")).series().getFirst().values()[0][0]);
    assertEquals(
        1200, SeriesFiles.open(CASES.resolve("dollar.csv")).series().getFirst().values()[0][0]);
  }

  @Test
  void codesFarOutsideAreOfferedAsMissing() {
    String text = "t,x\n0,12\n1,-999\n2,14\n3,-999.0\n4,13\n";
    ImportPreview preview = preview(text);
    assertEquals(List.of("-999"), preview.suspects());
    assertTrue(notes(preview).contains("(--missing -999)"), notes(preview));
    ImportChoices chosen = ImportChoices.AUTOMATIC.withMissing("-999", true);
    SeriesSet set = SeriesFiles.open("table", text, chosen);
    assertArrayEquals(
        new double[] {12, Double.NaN, 14, Double.NaN, 13}, set.series().getFirst().channel(0));
    ImportPreview then = SeriesFiles.preview("table", text, chosen);
    assertTrue(notes(then).contains("2 cells were read as missing"), notes(then));
    assertTrue(then.suspects().isEmpty());
    assertEquals(List.of("9999"), preview("t,x\n0,1\n1,9999\n2,3\n").suspects());
    assertTrue(preview("t,x\n0,95\n1,99\n2,97\n").suspects().isEmpty());
    ImportChoices word = ImportChoices.AUTOMATIC.withMissing("M", true);
    assertTrue(
        Double.isNaN(
            SeriesFiles.open("t", "t,x\n0,1\n1,M\n2,3\n", word)
                .series()
                .getFirst()
                .values()[1][0]));
  }

  @Test
  void everyChoiceIsANote() {
    String notes =
        notes(
            preview(
                "time,u,y,y_true,b,n_cases,sky\n0,1,2,2,0,3,a\n1,2,5,5,1,4,b\n2,1,3,3,0,2,a\n"));
    assertTrue(notes.contains("Column 'time' was read as the time: "), notes);
    assertTrue(notes.contains("Column 'u' was read as an input: "), notes);
    assertTrue(notes.contains("Column 'y_true' was read as known truth: "), notes);
    assertTrue(notes.contains("Column 'b' was read as binary"), notes);
    assertTrue(notes.contains("Column 'n_cases' was read as counts"), notes);
    assertTrue(notes.contains("Column 'sky' was left out: it is text, such as 'a'."), notes);
    assertTrue(notes.contains("--split none"), notes);
    assertTrue(notes(preview("a,b\n1,2\n5,3\n2,4\n")).contains("No column was read as the time"));
    ImportChoices told =
        ImportChoices.AUTOMATIC.withUse("u", ColumnUse.OBSERVED).withSplit(Split.NONE);
    String less = notes(SeriesFiles.preview("t", "time,u\n0,1\n1,2\n2,1\n", told));
    assertFalse(less.contains("'u'") || less.contains("70 %"), less);
  }

  @Test
  void aDateThatCannotBeReadIsSaid() {
    String notes = notes(preview("date,x\nnew year,1\neaster,2\nadvent,4\n"));
    assertTrue(
        notes.contains(
            "Column 'date' could not be read as times ('new year'), so the times are now"),
        notes);
  }
}
