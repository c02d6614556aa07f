package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as people write them, and times that stand in several columns. */
final class DateFormsTest {
  private static SeriesSet open(String text) {
    return SeriesFiles.open("table.csv", text, ImportChoices.AUTOMATIC);
  }

  /** The times of the first series, a date or a date with its time of day each. */
  private static String times(SeriesSet set) {
    assertTrue(set.time().isDate());
    return Arrays.stream(set.series().getFirst().times())
        .mapToObj(t -> StampWords.date(t).toString().replace("T00:00", ""))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1-Jan-1990; 1-Feb-1990; 1-Mar-1990              | 1990-01-01 1990-02-01 1990-03-01
          30 Dec 1999; 31 Dec 1999; 1 January 2000        | 1999-12-30 1999-12-31 2000-01-01
          30DEC1999; 31DEC1999; 01JAN2000                 | 1999-12-30 1999-12-31 2000-01-01
          30-Dec-99; 31-Dec-99; 01-Jan-00                 | 1999-12-30 1999-12-31 2000-01-01
          30-Dec-49; 31-Dec-49; 01-Jan-50                 | 2049-12-30 2049-12-31 2050-01-01
          30-Dec-68; 31-Dec-68; 01-Jan-69                 | 1968-12-30 1968-12-31 1969-01-01
          December 31, 1999; January 1, 2000; January 2, 2000 | 1999-12-31 2000-01-01 2000-01-02
          Dec 31 1999; Jan 01 2000; Jan 02 2000           | 1999-12-31 2000-01-01 2000-01-02
          Fri, 31 Dec 1999; Sat, 01 Jan 2000; Sun, 02 Jan 2000 | 1999-12-31 2000-01-01 2000-01-02
          1999-Dec-31; 2000-Jan-01; 2000-Jan-02           | 1999-12-31 2000-01-01 2000-01-02
          31. März 2001; 1. April 2001; 2. April 2001     | 2001-03-31 2001-04-01 2001-04-02
          31-Dec-1999 18:00; 01-Jan-2000 00:00; 01-Jan-2000 06:00 | 1999-12-31T18:00 2000-01-01 2000-01-01T06:00
          12/30/99; 12/31/99; 1/1/00                      | 1999-12-30 1999-12-31 2000-01-01
          30.12.99; 31.12.99; 01.01.00                    | 1999-12-30 1999-12-31 2000-01-01
          2019364; 2019365; 2020001                       | 2019-12-30 2019-12-31 2020-01-01
          2019-364; 2019-365; 2020-001                    | 2019-12-30 2019-12-31 2020-01-01
          12/2024; 01/2025; 02/2025                       | 2024-12-01 2025-01-01 2025-02-01
          2024年12月31日; 2025年1月1日; 2025年1月2日    | 2024-12-31 2025-01-01 2025-01-02
          2024년 12월; 2025년 1월; 2025년 2월              | 2024-12-01 2025-01-01 2025-02-01
          2024. 12. 31.; 2025. 01. 01.; 2025. 01. 02.     | 2024-12-31 2025-01-01 2025-01-02
          31. 12. 2024; 1. 1. 2025; 2. 1. 2025            | 2024-12-31 2025-01-01 2025-01-02
          31.12.2024.; 1.1.2025.; 2.1.2025.               | 2024-12-31 2025-01-01 2025-01-02
          31 gru 2024; 1 sty 2025; 2 sty 2025             | 2024-12-31 2025-01-01 2025-01-02
          31 декабря 2024; 1 января 2025; 2 января 2025   | 2024-12-31 2025-01-01 2025-01-02
          31 maj 2024; 30 jun 2024; 31 jul 2024           | 2024-05-31 2024-06-30 2024-07-31
          31/12/2024 23h00; 01/01/2025 00h00; 01/01/2025 01h00 | 2024-12-31T23:00 2025-01-01 2025-01-01T01:00
          31.12.2024 23.00; 1.1.2025 00.00; 1.1.2025 01.00 | 2024-12-31T23:00 2025-01-01 2025-01-01T01:00
          2024-12-31 23:00 CET; 2025-01-01 00:00 CET; 2025-01-01 01:00 CET | 2024-12-31T22:00 2024-12-31T23:00 2025-01-01
          2024-12-31T19:00 EST; 2024-12-31T20:00 EST; 2024-12-31T21:00 EST | 2025-01-01 2025-01-01T01:00 2025-01-01T02:00
          2024-12-31T23:00+01:00[Europe/Berlin]; 2025-01-01T00:00+01:00[Europe/Berlin]; 2025-01-01T01:00+01:00[Europe/Berlin] | 2024-12-31T22:00 2024-12-31T23:00 2025-01-01
          2001H1; 2001H2; 2002H1                          | 2001-01-01 2001-07-01 2002-01-01
          H2 2001; H1 2002; H2 2002                       | 2001-07-01 2002-01-01 2002-07-01
          1H99; 2H99; 1H00                                | 1999-01-01 1999-07-01 2000-01-01
          2001-S1; 2001-S2; 2002-S1                       | 2001-01-01 2001-07-01 2002-01-01
          43830; 43831; 43832                             | 2019-12-31 2020-01-01 2020-01-02
          43830.958333; 43831; 43831.041667               | 2019-12-31T23:00 2020-01-01 2020-01-01T01:00
          """)
  void aDateIsATimeHoweverItIsWritten(String stamps, String expected) {
    String[] cells = stamps.split("; ");
    StringBuilder text = new StringBuilder("date;x\n");
    for (int i = 0; i < cells.length; i++)
      text.append(cells[i].strip()).append(";").append(i % 2).append(".5\n");
    SeriesSet set = open(text.toString());
    assertEquals(expected, times(set));
    assertTrue(set.time().regular());
  }

  @Test
  void aYearOfTwoDigitsIsSaidAndRefusedWhereItMayComeFirst() {
    String text = "date,x\n12/30/99,1\n12/31/99,2\n1/1/00,1\n";
    ImportPreview preview = SeriesFiles.preview("table.csv", text, ImportChoices.AUTOMATIC);
    assertEquals(
        List.of("The years of column 'date' have two digits; 12/30/99 was read as 1999-12-30."),
        Notes.special(preview));
    String either = "date,x\n20/01/15,1\n20/01/16,2\n20/01/17,1\n";
    String refused = assertThrows(SeriesException.class, () -> open(either)).getMessage();
    assertTrue(
        String.valueOf(refused)
            .contains("'20/01/15' may begin with the day, the month or the year"),
        refused);
  }

  /** Versions and the like are no dates, whatever stands first. */
  @Test
  void threeShortNumbersAreNoDateUnlessTheColumnSaysSo() {
    SeriesSet set = open("release,x\n1.2.10,1\n1.2.11,2\n1.2.12,4\n");
    assertEquals("time step", set.time().name());
  }

  private static String rows(String header, int count, java.util.function.IntFunction<String> row) {
    return header
        + "\n"
        + IntStream.range(0, count)
            .mapToObj(i -> row.apply(i) + "," + i % 3 + ".5")
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          year,quarter,x  | 2000,4; 2001,1; 2001,2          | 2000-10-01 2001-01-01 2001-04-01
          Year,Quarter,x  | 2000,Q4; 2001,Q1; 2001,Q2       | 2000-10-01 2001-01-01 2001-04-01
          year,half,x     | 2000,H2; 2001,H1; 2001,H2       | 2000-07-01 2001-01-01 2001-07-01
          Jahr,Halbjahr,x | 2000,2; 2001,1; 2001,2          | 2000-07-01 2001-01-01 2001-07-01
          year,month,x    | 2000,Dec; 2001,Jan; 2001,Feb    | 2000-12-01 2001-01-01 2001-02-01
          month,year,x    | 12,2000; 1,2001; 2,2001         | 2000-12-01 2001-01-01 2001-02-01
          year,week,x     | 2018,52; 2019,1; 2019,2         | 2018-12-24 2018-12-31 2019-01-07
          YEAR,DOY,x      | 2019,365; 2020,1; 2020,2        | 2019-12-31 2020-01-01 2020-01-02
          year,doy,hour,x | 2019,365,22; 2019,365,23; 2020,1,0 | 2019-12-31T22:00 2019-12-31T23:00 2020-01-01
          date,hour,x     | 2019-12-31,22; 2019-12-31,23; 2020-01-01,0 | 2019-12-31T22:00 2019-12-31T23:00 2020-01-01
          date,hour,x     | 2019-12-31,23; 2019-12-31,24; 2020-01-01,1 | 2019-12-31T23:00 2020-01-01 2020-01-01T01:00
          date,hour,min,x | 31-Dec-2019,23,30; 1-Jan-2020,0,0; 1-Jan-2020,0,30 | 2019-12-31T23:30 2020-01-01 2020-01-01T00:30
          date,time,x     | 20200801,1200; 20200801,1800; 20200802,0000 | 2020-08-01T12:00 2020-08-01T18:00 2020-08-02
          year,month,day,time,x | 2020,8,1,1200; 2020,8,1,1800; 2020,8,2,0 | 2020-08-01T12:00 2020-08-01T18:00 2020-08-02
          """)
  void partsOfATimeInColumnsOfTheirOwnAreJoined(String header, String cells, String expected) {
    String[] parts = cells.split("; ");
    SeriesSet set = open(rows(header, parts.length, i -> parts[i].strip()));
    assertEquals(expected, times(set));
    assertEquals(1, set.series().size());
    assertEquals(1, set.observedChannels().length);
  }

  /** A quarter that runs 1 to 4 again and again does not name four series. */
  @Test
  void aPartOfATimeTellsNoSeriesApart() {
    String text = rows("year,quarter,x", 12, i -> (2000 + i / 4) + "," + (i == 5 ? "" : i % 4 + 1));
    String refused = assertThrows(SeriesException.class, () -> open(text)).getMessage();
    assertTrue(String.valueOf(refused).contains("row 3, column 'year': the time 2000"), refused);
  }

  @Test
  void twoColumnsThatTellSeriesApartTogetherAreNamed() {
    String text =
        rows(
            "region,product,month,x",
            24,
            i -> "NS".charAt(i / 12) + "," + "uv".charAt(i / 6 % 2) + ",2020-0" + (1 + i % 6));
    String refused = assertThrows(SeriesException.class, () -> open(text)).getMessage();
    assertTrue(
        String.valueOf(refused)
            .contains(
                "or join columns 'region' and 'product' to one, which together tell series apart"),
        refused);
  }

  @Test
  void aCounterThatStartsAgainIsNoTimeAndSaysSo() {
    ImportPreview preview =
        SeriesFiles.preview(
            "table.csv", rows("step,x", 30, i -> "" + i % 10), ImportChoices.AUTOMATIC);
    assertTrue(
        preview.notes().stream()
            .anyMatch(n -> n.startsWith("Column 'step' was read as observed and not as the time")),
        preview.notes().toString());
  }

  @Test
  void theSameInstantByTwoOffsetsIsCalledSo() {
    String text =
        "time,x\n"
            + "2020-03-29T00:00:00+01:00,1\n"
            + "2020-03-29T01:00:00+02:00,2\n"
            + "2020-03-29T03:00:00+02:00,2\n";
    String refused = assertThrows(SeriesException.class, () -> open(text)).getMessage();
    assertTrue(
        String.valueOf(refused)
            .contains(
                "the time 2020-03-29T01:00:00+02:00 is the same as 2020-03-29T00:00:00+01:00 in row"
                    + " 2; keep one of the two, or correct the offset"),
        refused);
  }
}
