package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Months and quarters as tables write them are times. */
final class CalendarCodesTest {
  private static String table(String name, String... stamps) {
    return name
        + ",x\n"
        + IntStream.range(0, stamps.length)
            .mapToObj(i -> stamps[i].strip() + "," + i % 5)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static ImportPreview preview(String text) {
    return SeriesFiles.preview("table.csv", text, ImportChoices.AUTOMATIC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2001:1; 2001:2; 2001:3; 2001:4; 2002:1    | QUARTER | 2001-01-01 2001-04-01 2001-07-01 2001-10-01 2002-01-01
          2001-3; 2001-4; 2002-1; 2002-2            | QUARTER | 2001-07-01 2001-10-01 2002-01-01 2002-04-01
          2001:10; 2001:11; 2001:12; 2002:1         | MONTH   | 2001-10-01 2001-11-01 2001-12-01 2002-01-01
          Q1_01; Q2_01; Q3_01                       | QUARTER | 2001-01-01 2001-04-01 2001-07-01
          Q1/1999; Q2/1999; Q3/1999                 | QUARTER | 1999-01-01 1999-04-01 1999-07-01
          4Q99; 1Q00; 2Q00                          | QUARTER | 1999-10-01 2000-01-01 2000-04-01
          2001 Jan; 2001 Feb; 2001 Mar              | MONTH   | 2001-01-01 2001-02-01 2001-03-01
          January 2001; February 2001; March 2001   | MONTH   | 2001-01-01 2001-02-01 2001-03-01
          Mär 2001; Apr. 2001; Mai 2001             | MONTH   | 2001-03-01 2001-04-01 2001-05-01
          Jan-90; Feb-90; Mar-90                    | MONTH   | 1990-01-01 1990-02-01 1990-03-01
          Nov-99; Dec-99; Jan-00                    | MONTH   | 1999-11-01 1999-12-01 2000-01-01
          Nov-68; Dec-68; Jan-69; Feb-69            | MONTH   | 1968-11-01 1968-12-01 1969-01-01 1969-02-01
          199011; 199012; 199101; 199102            | MONTH   | 1990-11-01 1990-12-01 1991-01-01 1991-02-01
          200101; 200102; 200103                    | MONTH   | 2001-01-01 2001-02-01 2001-03-01
          20010130; 20010131; 20010201              | YEAR_MONTH_DAY | 2001-01-30 2001-01-31 2001-02-01
          200111; 200112; 200113                    | NUMBER  | ''
          """)
  void aCodeInTheFirstColumnIsATime(String stamps, TimeForm form, String expected) {
    for (String name : List.of("month", "obs")) {
      if (form == TimeForm.NUMBER && name.equals("obs")) continue;
      String text = table(name, stamps.split(";"));
      assertEquals(form, preview(text).timeForm(), name);
      SeriesSet set = SeriesFiles.open("table.csv", text, ImportChoices.AUTOMATIC);
      if (!set.time().isDate()) continue;
      String dates =
          Arrays.stream(set.series().getFirst().times())
              .mapToObj(t -> LocalDate.ofEpochDay((long) t).toString())
              .collect(Collectors.joining(" "));
      assertEquals(expected, dates);
      assertTrue(set.time().regular());
    }
  }

  @Test
  void numbersThatAreDatesSaySo() {
    assertEquals(
        List.of(
            "The numbers of column 'month' were read as months, 200101 as 2001-01; --times number"
                + " reads them as plain numbers."),
        Notes.special(preview(table("month", "200101", "200102", "200103"))));
    assertEquals(
        List.of(
            "The numbers of column 'time' were read as seconds since 1970, 1709078400 as"
                + " 2024-02-28; --times number reads them as plain numbers."),
        Notes.special(preview(table("time", "1709078400", "1709164800", "1709251200"))));
    assertEquals(
        List.of(
            "Column 'quarter' was read as quarters, 2001:1 as 2001-Q1; --times month reads the"
                + " number after the year as a month."),
        Notes.special(preview(table("quarter", "2001:1", "2001:2", "2001:3"))));
    assertEquals(
        List.of("The years of column 'month' have two digits; Jan-90 was read as 1990-01."),
        Notes.special(preview(table("month", "Jan-90", "Feb-90", "Mar-90"))));
  }

  @Test
  void aPersonMayTakeThemAsNumbers() {
    SeriesSet set =
        SeriesFiles.open(
            "table.csv",
            table("month", "200101", "200102", "200103"),
            ImportChoices.AUTOMATIC.withTimeForm(TimeForm.NUMBER));
    assertEquals(200102, set.series().getFirst().times()[1]);
  }
}
