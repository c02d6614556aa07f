package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Times of day that stand without a date, day numbers of spreadsheets and half years. */
final class TimesOfDayTest {
  private static final double MINUTE = 1 / 1440.0;

  private static SeriesSet open(String text) {
    return SeriesFiles.open("table.csv", text, ImportChoices.AUTOMATIC);
  }

  private static List<String> notes(String text) {
    return Notes.special(SeriesFiles.preview("table.csv", text, ImportChoices.AUTOMATIC));
  }

  private static String clock(int minutes) {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60 % 24, minutes % 60);
  }

  private static String table(String name, int from, int step, int count) {
    StringBuilder text = new StringBuilder(name + ",x\n");
    for (int i = 0; i < count; i++) {
      text.append(clock(from + i * step)).append(',').append(i % 5).append(".5\n");
    }
    return text.toString();
  }

  @Test
  void timesGoOnOverMidnight() {
    String text = table("time", 22 * 60, 10, 200);
    SeriesSet set = open(text);
    double[] times = set.series().getFirst().times();
    for (int i = 0; i < times.length; i++) {
      assertEquals((22 * 60 + 10 * i) * MINUTE, times[i], 1e-9);
    }
    assertTrue(set.time().regular());
    assertFalse(set.time().hasDays());
    assertEquals(new StampForm("HH:mm"), set.time().stamps());
    assertEquals("steps of 10 minutes", set.calendar().words());
    assertEquals(OptionalInt.of(144), set.calendar().season());
    assertEquals("07:20", set.time().stamps().of(set.times(0, 201)[200]));
    assertEquals(
        List.of(
            "Column 'time' was read as times of day without a date, '22:00' first; in row 14 and 1"
                + " more place the next day begins, since the times start again; give a column of"
                + " dates beside it, or count the rows instead (--times row-number)."),
        notes(text));
  }

  /** From nine to five on three days: the nights between are pauses. */
  @Test
  void aDayThatStartsAgainIsTheNext() {
    StringBuilder text = new StringBuilder("zeit;kurs\n");
    for (int i = 0; i < 27; i++) {
      text.append(9 + i % 9).append(":00;").append(i % 4).append(",5\n");
    }
    SeriesSet set = open(text.toString());
    assertEquals(2 + 17 / 24.0, set.series().getFirst().times()[26], 1e-9);
    assertEquals("hours with pauses", set.calendar().words());
    assertEquals(3 + 9 / 24.0, set.times(0, 28)[27], 1e-9);
    assertEquals(new StampForm("H:mm"), set.time().stamps());
  }

  @Test
  void aRowOutOfOrderIsRefused() {
    String text = "time,x\n09:00,1\n09:10,2\n09:30,1\n09:20,4\n09:40,4\n";
    String said =
        String.valueOf(assertThrows(SeriesException.class, () -> open(text)).getMessage());
    assertEquals(
        "table.csv, row 5, column 'time': the time 09:20 is before that of row 4; sort the rows by"
            + " time, or name the column that tells series apart, or give a column of dates beside"
            + " it.",
        said);
  }

  /** Each series begins on a first day of its own. */
  @Test
  void seriesEachCountTheirOwnDays() {
    StringBuilder text = new StringBuilder("time,station,x\n");
    for (String place : List.of("north", "south")) {
      for (int i = 0; i < 10; i++) {
        text.append(clock(23 * 60 + 10 * i)).append(',').append(place).append(",1.").append(i % 3);
        text.append('\n');
      }
    }
    SeriesSet set = open(text.toString());
    assertEquals(2, set.series().size());
    for (Series series : set.series()) {
      assertEquals((23 * 60 + 90) * MINUTE, series.times()[9], 1e-9);
    }
  }

  /** What is written as a time of day somewhere in a table is not its time. */
  @Test
  void aLaterColumnOfAnotherNameIsNoTime() {
    StringBuilder text = new StringBuilder("id,x,sunrise\n");
    for (int i = 0; i < 9; i++)
      text.append(i).append(",1.").append(i).append(",07:1").append(i).append('\n');
    SeriesSet set = open(text.toString());
    assertFalse(set.time().isDate());
  }

  @Test
  void dayNumbersOfSpreadsheetsAreDates() {
    StringBuilder text = new StringBuilder("Date,x\n");
    for (int i = 0; i < 20; i++) text.append(43831 + i).append(",1.").append(i % 3).append('\n');
    SeriesSet set = open(text.toString());
    assertEquals(OptionalInt.of(7), set.calendar().season());
    assertEquals("43851", set.time().stamps().of(set.times(0, 21)[20]));
    assertEquals(
        List.of(
            "The numbers of column 'Date' were read as day numbers of a spreadsheet, 43831 as"
                + " 2020-01-01; --times number reads them as plain numbers."),
        notes(text.toString()));
    SeriesSet numbers =
        SeriesFiles.open(
            "table.csv", text.toString(), ImportChoices.AUTOMATIC.withTimeForm(TimeForm.NUMBER));
    assertEquals(43831, numbers.series().getFirst().times()[0]);
  }

  /** Modified Julian dates and seconds have other names, or lie elsewhere. */
  @Test
  void otherNumbersStayNumbers() {
    for (String column : List.of("mjd,43831", "time,43831", "date,58849", "t,43831")) {
      String[] parts = column.split(",");
      StringBuilder text = new StringBuilder(parts[0] + ",x\n");
      for (int i = 0; i < 20; i++) {
        text.append(Integer.parseInt(parts[1]) + i).append(",1.").append(i % 3).append('\n');
      }
      assertFalse(open(text.toString()).time().isDate(), column);
    }
  }

  @Test
  void halfYearsAreACalendar() {
    StringBuilder text = new StringBuilder("period,x\n");
    for (int i = 0; i < 20; i++) {
      if (i != 7)
        text.append(2001 + i / 2)
            .append('H')
            .append(1 + i % 2)
            .append(",1.")
            .append(i % 3)
            .append('\n');
    }
    SeriesSet set = open(text.toString());
    assertEquals("half years", set.calendar().words());
    assertEquals(OptionalInt.of(2), set.calendar().season());
    assertEquals(20, set.series().getFirst().length());
    assertEquals("2011H1", set.time().stamps().of(set.times(0, 21)[20]));
    List<String> notes = notes(text.toString());
    assertEquals(
        "Column 'period' was read as half years, 2001H1 as the one from 2001-01-01 on; --times"
            + " row-number counts the rows instead.",
        notes.getFirst());
    assertTrue(
        notes.get(1).startsWith("1 row is missing from the half years of column 'period' (2004H2)"),
        notes.toString());
  }

  /** Letters before a number may name anything. */
  @Test
  void namesOfSamplesAreNoHalfYears() {
    String text = "sample,x\nS1_01,1\nS1_02,2\nS2_01,3\nS2_02,1\n";
    assertEquals(Optional.empty(), HalfYears.template("S1_01"));
    assertFalse(open(text).time().isDate());
  }

  @Test
  void aFormOfADocumentThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new StampForm("yyyy"));
    assertThrows(IllegalArgumentException.class, () -> new StampForm("Y1H#"));
  }
}
