package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows that are missing from a calendar are rows without a value, or closed up, and it is said. */
final class HolesTest {
  private static final ImportChoices CONSECUTIVE =
      ImportChoices.AUTOMATIC.withSpacing(RowSpacing.CONSECUTIVE);
  private static final ImportChoices CALENDAR =
      ImportChoices.AUTOMATIC.withSpacing(RowSpacing.CALENDAR);

  private static String text(String table) throws IOException {
    try (InputStream in = HolesTest.class.getResourceAsStream("/undercurrent/tables/" + table)) {
      return new String(Objects.requireNonNull(in, table).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> notes(String text, ImportChoices choices) {
    return Notes.special(SeriesFiles.preview("table.csv", text, choices));
  }

  private static int length(String text, ImportChoices choices) {
    return SeriesFiles.open("table.csv", text, choices).series().getFirst().length();
  }

  private static String sentence(Exception refused) {
    return String.valueOf(refused.getMessage());
  }

  private static String daily(int days, Predicate<LocalDate> has) {
    return "date,x\n"
        + IntStream.range(0, days)
            .mapToObj(LocalDate.of(2024, 1, 1)::plusDays)
            .filter(has)
            .map(d -> d + "," + d.getDayOfMonth())
            .collect(Collectors.joining("\n"));
  }

  @Test
  void monthsThatAreMissingAreEmptyRows() throws IOException {
    SeriesSet dropped =
        SeriesFiles.open("a.csv", text("holes_rows_dropped.csv"), ImportChoices.AUTOMATIC);
    SeriesSet empty =
        SeriesFiles.open("a.csv", text("holes_cells_empty.csv"), ImportChoices.AUTOMATIC);
    assertEquals(120, dropped.series().getFirst().length());
    assertTrue(
        java.util.Arrays.deepEquals(
            empty.series().getFirst().values(), dropped.series().getFirst().values()));
    assertTrue(
        java.util.Arrays.equals(
            empty.series().getFirst().times(), dropped.series().getFirst().times()));
    assertEquals(empty.time(), dropped.time());
    assertEquals(
        List.of(
            "8 rows are missing from the months of column 'month' (2013-02 to 2013-06, 2016-04 to"
                + " 2016-06) and were read as rows without a value; to close up the rows instead,"
                + " read them as consecutive (--rows consecutive)."),
        notes(text("holes_rows_dropped.csv"), ImportChoices.AUTOMATIC));
  }

  @Test
  void aPersonMayCloseThemUp() throws IOException {
    String table = text("holes_rows_dropped.csv");
    assertEquals(112, length(table, CONSECUTIVE));
    assertEquals(
        RowSpacing.CONSECUTIVE, SeriesFiles.preview("table.csv", table, CONSECUTIVE).spacing());
    assertEquals(
        List.of(
            "8 rows are missing from the months of column 'month' (2013-02 to 2013-06, 2016-04 to"
                + " 2016-06); the rows were read as consecutive, as you chose."),
        notes(table, CONSECUTIVE));
  }

  @Test
  void holidaysOfTradingDaysAreNoHolesUnlessOneSaysSo() {
    String table = daily(60, d -> d.getDayOfWeek().getValue() < 6 && d.getDayOfYear() != 15);
    assertEquals(43, length(table, ImportChoices.AUTOMATIC));
    assertEquals(
        List.of(
            "The rows of column 'date' lie on business days and were read as following each other"
                + " over the pauses; 1 of these has no row (2024-01-15), as on holidays (--rows"
                + " calendar reads them as missing)."),
        notes(table, ImportChoices.AUTOMATIC));
    assertEquals(44, length(table, CALENDAR));
  }

  @Test
  void aDayThatIsMissingInDailyDataIsEmpty() {
    String table = daily(60, d -> d.getDayOfYear() % 17 != 0);
    SeriesSet set = SeriesFiles.open("table.csv", table, ImportChoices.AUTOMATIC);
    assertEquals(60, set.series().getFirst().length());
    assertTrue(Double.isNaN(set.series().getFirst().values()[16][0]));
  }

  @Test
  void aHugeGapIsClosedUpAndSaid() {
    String table =
        "t,x\n0,1\n1,2\n2,3\n3,4\n4,5\n1000000004,6\n1000000005,7\n1000000006,8\n1000000007,9\n";
    assertEquals(9, length(table, ImportChoices.AUTOMATIC));
    assertTrue(
        notes(table, ImportChoices.AUTOMATIC)
            .getFirst()
            .startsWith("999,999,999 rows are missing from the steps of 1 of column 't' (5 to"),
        "" + notes(table, ImportChoices.AUTOMATIC));
    SeriesException refused = assertThrows(SeriesException.class, () -> length(table, CALENDAR));
    assertTrue(sentence(refused).contains("--rows consecutive"), sentence(refused));
  }

  @Test
  void unevenTimesLieOnNoCalendar() {
    String table = "t,x\n0,1\n0.5,2\n2,3\n2.25,4\n7,5\n";
    assertEquals(5, length(table, ImportChoices.AUTOMATIC));
    assertEquals(List.of(), notes(table, ImportChoices.AUTOMATIC));
    SeriesException refused = assertThrows(SeriesException.class, () -> length(table, CALENDAR));
    assertTrue(sentence(refused).contains("uneven"), sentence(refused));
  }

  @Test
  void anInputMustBeKnownInARowThatIsMissing() {
    String table = "t,y,u\n0,1,1\n1,2,3\n2,3,3\n3,4,5\n5,5,1\n6,6,2\n";
    SeriesException refused =
        assertThrows(SeriesException.class, () -> length(table, ImportChoices.AUTOMATIC));
    assertEquals(
        "table.csv, row 5, column 't': the row of 4 is missing after this one, and the input 'u'"
            + " must be known at every row; add the row, or read the rows as consecutive (--rows"
            + " consecutive).",
        refused.getMessage());
    assertEquals(6, length(table, CONSECUTIVE));
  }

  @Test
  void aRowThatIsMissingBelongsToThePartBeforeIt() {
    String table =
        "t,x,split\n0,1,train\n1,2,train\n2,3,train\n3,4,train\n5,5,test\n6,6,test\n7,7,test\n";
    SeriesSet set = SeriesFiles.open("table.csv", table, ImportChoices.AUTOMATIC);
    assertEquals(8, set.series().getFirst().length());
    assertEquals(Part.TRAINING, set.split().part(0, 4, 8));
    assertEquals(Part.TEST, set.split().part(0, 5, 8));
  }

  @Test
  void eachSeriesIsFilledOnTheCalendarOfAll() {
    String table =
        "series,t,x\n"
            + Stream.of("a,0", "a,2", "a,3", "a,4", "a,5", "b,7", "b,8", "b,9", "b,11")
                .map(r -> r + ",1\n")
                .collect(Collectors.joining());
    SeriesSet set = SeriesFiles.open("table.csv", table, ImportChoices.AUTOMATIC);
    assertEquals(6, set.series().getFirst().length());
    assertEquals(5, set.series().get(1).length());
  }

  @Test
  void theHourThatDaylightSavingSkipsIsCalledSo() throws IOException {
    List<String> notes = notes(text("dst_spring.csv"), ImportChoices.AUTOMATIC);
    assertEquals(1, notes.size());
    assertTrue(
        notes.getFirst().startsWith("Daylight saving skips the hour of 2024-03-31 02:00"),
        notes.getFirst());
    assertTrue(notes.getFirst().contains("offset"), notes.getFirst());
    assertEquals(144, length(text("dst_spring.csv"), ImportChoices.AUTOMATIC));
  }

  @Test
  void theHourThatDaylightSavingRepeatsIsCalledSo() throws IOException {
    String table = text("dst_autumn.csv");
    SeriesException refused =
        assertThrows(SeriesException.class, () -> length(table, ImportChoices.AUTOMATIC));
    String sentence = sentence(refused);
    assertTrue(sentence.contains("row 53") && sentence.contains("daylight saving"), sentence);
    assertTrue(sentence.contains("offset") && !sentence.contains("keep one"), sentence);
  }

  @Test
  void stampsWithAnOffsetHaveNoSuchHours() {
    String table =
        "time,x\n2024-10-27T01:00+02:00,1\n2024-10-27T02:00+02:00,2\n2024-10-27T02:00+01:00,3\n"
            + "2024-10-27T03:00+01:00,4\n2024-10-27T04:00+01:00,5\n";
    SeriesSet set = SeriesFiles.open("table.csv", table, ImportChoices.AUTOMATIC);
    assertEquals(5, set.series().getFirst().length());
    assertTrue(set.time().regular());
    assertFalse(
        notes(table, ImportChoices.AUTOMATIC).stream().anyMatch(n -> n.contains("aylight")));
  }
}
