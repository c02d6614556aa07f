package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.Randomness;

class TicksTest {
  @ParameterizedTest(name = "{0} from {1} to {2}, at most {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NUMBER    | 0      | 1      | 6  | 0.0 0.2 0.4 0.6 0.8 1.0
          NUMBER    | 0      | 0.3    | 4  | 0.0 0.1 0.2 0.3
          NUMBER    | -3.7   | 4.2    | 5  | −2 0 2 4
          NUMBER    | 1871   | 1970   | 6  | 1880 1900 1920 1940 1960
          NUMBER    | 99     | 101.5  | 3  | 99 100 101
          NUMBER    | -0.04  | 0.03   | 4  | −0.04 −0.02 0.00 0.02
          NUMBER    | 0      | 3e7    | 4  | 0 1·10⁷ 2·10⁷ 3·10⁷
          NUMBER    | 0      | 0.0005 | 6  | 0 1·10⁻⁴ 2·10⁻⁴ 3·10⁻⁴ 4·10⁻⁴ 5·10⁻⁴
          NUMBER    | 0.03820761 | 0.038207636 | 4 | 0.03820761 +1·10⁻⁸ +2·10⁻⁸
          NUMBER    | 1000000.5 | 1000002.5 | 3 | 1000001 +1
          TIME      | 2459000.1 | 2459000.31 | 4 | 2459000.1 +0.1 +0.2
          LATITUDE  | -12    | 23     | 4  | 10°S 0° 10°N 20°N
          LATITUDE  | -90    | 90     | 7  | 90°S 60°S 30°S 0° 30°N 60°N 90°N
          LATITUDE  | 46.9   | 47.2   | 4  | 46.9°N 47.0°N 47.1°N 47.2°N
          LONGITUDE | 168    | 203    | 4  | 170°E 180° 170°W 160°W
          """)
  void ticksAreRound(Axis.Kind kind, double min, double max, int most, String expected) {
    assertEquals(expected, labels(Ticks.of(kind, min, max, most)));
  }

  @ParameterizedTest(name = "{0} to {1}, at most {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1958-03-29T00:00 | 2001-12-29T00:00 | 5 | 1960,1970,1980,1990,2000
          2012-01-01T00:00 | 2013-03-01T00:00 | 6 | Jan 2012,Apr,Jul,Oct,Jan 2013
          1985-09-28T06:00 | 1985-10-01T12:00 | 4 | 29 Sep 1985,30 Sep,1 Oct
          2020-02-26T00:00 | 2020-03-20T00:00 | 4 | 2 Mar 2020,9 Mar,16 Mar
          2020-01-01T04:00 | 2020-01-02T02:00 | 4 | 1 Jan 2020 06:00,12:00,18:00,2 Jan 00:00
          2020-01-01T00:00 | 2020-01-01T00:01 | 5 | 1 Jan 2020 00:00:00,00:00:15,00:00:30,00:00:45,00:01:00
          """)
  void datesAreRoundAndSayOnceWhichYearItIs(
      LocalDateTime from, LocalDateTime to, int most, String expected) {
    List<Tick> ticks = Ticks.of(Axis.Kind.DATE, days(from), days(to), most);
    assertEquals(expected, ticks.stream().map(Tick::label).collect(Collectors.joining(",")));
  }

  @Test
  void ticksLieWithinTheRangeAndApartByTheSameStep() {
    Randomness random = Randomness.of(1).named("ticks");
    for (int i = 0; i < 500; i++) {
      double min = random.normal() * Math.pow(10, random.uniform(-8, 8));
      double max = min + Math.pow(10, random.uniform(-4, 9));
      List<Tick> ticks = Ticks.of(Axis.Kind.NUMBER, min, max, 8);
      double slack = 1e-6 * (max - min);
      assertTrue(ticks.size() <= 8 && !ticks.isEmpty(), min + " to " + max + ": " + ticks);
      for (int t = 0; t < ticks.size(); t++) {
        double value = ticks.get(t).value();
        assertTrue(value >= min - slack && value <= max + slack);
        if (t < 2) continue;
        double step = value - ticks.get(t - 1).value();
        double first = ticks.get(1).value() - ticks.get(0).value();
        assertEquals(first, step, 1e-6 * step + 4 * Math.ulp(value));
      }
      assertEquals(ticks.size(), ticks.stream().map(Tick::label).distinct().count());
    }
  }

  @Test
  void betweenTwoEpochsNothingIsMarked() {
    List<Tick> ticks = Ticks.of(Axis.Kind.COUNT, 0.95, 3.05, 12);
    assertEquals(List.of("1", "2", "3"), ticks.stream().map(Tick::label).toList());
    assertEquals(1, Ticks.of(Axis.Kind.COUNT, 0.9, 1.1, 12).size());
  }

  @Test
  void nothingIsMarkedWhereThereIsNoRange() {
    assertEquals(List.of(), Ticks.of(Axis.Kind.NUMBER, Double.NaN, Double.NaN, 5));
    assertEquals(List.of(), Ticks.of(Axis.Kind.NUMBER, 3, 3, 5));
    assertEquals(List.of(), Ticks.of(Axis.Kind.DATE, -1e300, 1e300, 5));
  }

  private static double days(LocalDateTime at) {
    return at.toEpochSecond(ZoneOffset.UTC) / 86_400.0;
  }

  private static String labels(List<Tick> ticks) {
    return ticks.stream().map(Tick::label).collect(Collectors.joining(" "));
  }
}
