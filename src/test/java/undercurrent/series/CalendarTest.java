package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars are recognised, and go on as a person would go on. */
final class CalendarTest {
  private static SeriesSet read(String... stamps) {
    String rows =
        IntStream.range(0, stamps.length)
            .mapToObj(i -> stamps[i].strip() + "," + i % 7)
            .collect(Collectors.joining("\n"));
    return SeriesFiles.open("table", "time,x\n" + rows + "\n", ImportChoices.AUTOMATIC);
  }

  private static String next(SeriesSet set, int steps) {
    int length = set.series().getFirst().length();
    double[] times = set.times(0, length, length + steps);
    return Arrays.stream(times)
        .mapToObj(t -> set.time().isDate() ? StampWords.date(t).toString() : Double.toString(t))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2019-10 2019-11 2019-12                   | months        | 2020-01-01T00:00 2020-02-01T00:00 2020-03-01T00:00
          2019-10-31 2019-11-30 2019-12-31          | months        | 2020-01-31T00:00 2020-02-29T00:00 2020-03-31T00:00
          2019-10-30 2019-11-30 2019-12-30          | months        | 2020-01-30T00:00 2020-02-29T00:00 2020-03-30T00:00
          2019-10-15 2019-11-15 2019-12-15          | months        | 2020-01-15T00:00 2020-02-15T00:00 2020-03-15T00:00
          2019-Q2 2019-Q3 2019-Q4                   | quarters      | 2020-01-01T00:00 2020-04-01T00:00 2020-07-01T00:00
          2019-03-31 2019-06-30 2019-09-30          | quarters      | 2019-12-31T00:00 2020-03-31T00:00 2020-06-30T00:00
          2017-12-31 2018-12-31 2019-12-31          | years         | 2020-12-31T00:00 2021-12-31T00:00 2022-12-31T00:00
          2017-02-28 2018-02-28 2019-02-28          | years         | 2020-02-29T00:00 2021-02-28T00:00 2022-02-28T00:00
          2020-02-26 2020-02-27 2020-02-28          | days          | 2020-02-29T00:00 2020-03-01T00:00 2020-03-02T00:00
          2020-W51 2020-W52 2020-W53                | weeks         | 2021-01-04T00:00 2021-01-11T00:00 2021-01-18T00:00
          2019-12-31T21:00Z 2019-12-31T22:00Z 2019-12-31T23:00Z | hours | 2020-01-01T00:00 2020-01-01T01:00 2020-01-01T02:00
          2019-12-31T23:58 2019-12-31T23:59 2020-01-01T00:00 | minutes | 2020-01-01T00:01 2020-01-01T00:02 2020-01-01T00:03
          1871 1872 1873                            | steps of 1    | 1874.0 1875.0 1876.0
          353.352 353.353 353.354                   | steps of 0.001 | 353.355 353.356 353.357
          0.033 0.067 0.1 0.133 0.167 0.2 0.233     | steps of 0.0333 | 0.267 0.3 0.333
          0 0.5 2 2.25                              | uneven times  | 2.75 3.25 3.75
          """)
  void timesGoOnByTheirCalendar(String stamps, String words, String expected) {
    SeriesSet set = read(stamps.split(" +"));
    assertEquals(words, set.calendar().words());
    assertEquals(expected, next(set, 3));
  }

  @Test
  void businessDaysGoOnOnMonday() {
    SeriesSet set =
        read(
            "2024-03-21,2024-03-22,2024-03-25,2024-03-26,2024-03-27,2024-03-28,2024-04-02,2024-04-03,2024-04-04"
                .split(","));
    assertEquals("business days", set.calendar().words());
    assertEquals("2024-04-05T00:00 2024-04-08T00:00 2024-04-09T00:00", next(set, 3));
    assertEquals(9, set.series().getFirst().length());
    assertEquals(OptionalInt.of(5), set.calendar().season());
  }

  @Test
  void hoursOfAnExchangeGoOnInTheMorning() {
    String[] stamps =
        IntStream.range(0, 5)
            .boxed()
            .flatMap(
                d ->
                    IntStream.range(9, 17)
                        .mapToObj(h -> String.format(Locale.ROOT, "2024-01-0%d %02d:30", d + 1, h)))
            .toArray(String[]::new);
    SeriesSet set = read(stamps);
    assertEquals("hours with pauses", set.calendar().words());
    assertEquals("2024-01-06T09:30 2024-01-06T10:30 2024-01-06T11:30", next(set, 3));
    assertEquals(40, set.series().getFirst().length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2019-10 2019-11 2019-12                               | 12
          2019-Q2 2019-Q3 2019-Q4                               | 4
          2020-02-26 2020-02-27 2020-02-28                      | 7
          2020-W51 2020-W52 2020-W53                            | 52
          2019-12-31T21:00Z 2019-12-31T22:00Z 2019-12-31T23:00Z | 24
          2019-12-31T12:00Z 2019-12-31T18:00Z 2020-01-01T00:00Z | 4
          2017-12-31 2018-12-31 2019-12-31                      | 0
          1871 1872 1873                                        | 0
          """)
  void aCalendarKnowsItsSeason(String stamps, int season) {
    assertEquals(season, read(stamps.split(" +")).calendar().season().orElse(0));
  }

  @Test
  void unevenTimesAreNotRegular() {
    assertFalse(read("0", "0.5", "2", "2.25").time().regular());
  }

  @Test
  void manyStepsAreCountedAsOneByOne() {
    SeriesSet set =
        read("2024-03-21,2024-03-22,2024-03-25,2024-03-26,2024-03-27,2024-03-28".split(","));
    Calendar days = set.calendar();
    double first = set.series().getFirst().times()[0];
    double time = first;
    for (int n = 1; n <= 100; n++) {
      time = days.after(time, 1);
      assertEquals(time, days.after(first, n));
      assertEquals(n, days.steps(first, time));
    }
  }
}
