package undercurrent.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

final class UnusedDataTest {
  /** A flow with an input, a column of its noise, and uneven times. */
  private static SeriesSet full() {
    return new SeriesSet(
        "river",
        List.of(
            new Channel("flow", "m³/s", Channel.Kind.REAL, Channel.Role.OBSERVED),
            new Channel("u_rain", "mm", Channel.Kind.REAL, Channel.Role.INPUT),
            new Channel("flow_sd", "m³/s", Channel.Kind.REAL, Channel.Role.NOISE)),
        new TimeAxis("time", "h", false, false),
        List.of(
            new Series(
                "a", new double[] {0, 1, 4}, new double[][] {{1, 0, 1}, {3, 1, 1}, {2, 0, 1}})),
        new Split(List.of(), 1, 1));
  }

  private static List<String> notes(String kind, SeriesSet set) {
    Catalogue all = Catalogue.standard();
    return new UnusedData(all.chosen(all.kind(kind)), set).notes();
  }

  @Test
  void aModelSaysAllThatItDoesNotUseAndWhichKindsDo() {
    assertEquals(
        List.of(
            "The vrnn model does not use the input 'u_rain'; kinds that do: "
                + users(DataUse.INPUTS, "deep, kvae, linear, level, ")
                + ".",
            "The vrnn model does not use the measurement noise in 'flow_sd' and learns a noise of"
                + " its own; kinds that do: "
                + users(DataUse.NOISE, "level, trend, ")
                + ".",
            "The vrnn model counts rows and does not use that the gaps of 'time' are uneven;"
                + " kinds that do: "
                + users(DataUse.GAPS, "cru, continuous")
                + "."),
        notes("vrnn", full()));
  }

  /** The kinds that use something of a set, beginning with some that are known to. */
  private static String users(DataUse use, String first) {
    String names = Catalogue.names(Catalogue.standard().lookingAt(use, full()));
    assertTrue(names.startsWith(first), names);
    return names;
  }

  @Test
  void inputsThatAreSwitchedOffAreNotUsed() {
    ChosenModel<?> deep = Catalogue.standard().usual().with("inputs", false);
    assertEquals(3, new UnusedData(deep, full()).notes().size());
  }

  @ParameterizedTest
  @CsvSource({
    "deep, 2",
    "kvae, 2",
    "linear, 2",
    "level, 1",
    "trend, 1",
    "seasonal, 1",
    "airline, 1",
    "arima, 1",
    "cru, 2",
    "continuous, 0",
    "switching, 3",
    "okf, 3",
    "pendulum, 2",
    "van-der-pol, 2",
    "lorenz, 2",
    "growth, 3",
    "laser-radar, 2",
    "walk, 3"
  })
  void eachKindSaysHowMuchItDoesNotUse(String kind, int count) {
    assertEquals(count, notes(kind, full()).size());
  }

  @Test
  void ofAPlainEvenSeriesThereIsNothingToSay() {
    SeriesSet plain =
        new SeriesSet(
            "plain",
            full().channels().subList(0, 1),
            new TimeAxis("t", "s", false, true),
            List.of(new Series("a", new double[] {0, 1}, new double[][] {{1}, {2}})),
            new Split(List.of(), 1, 1));
    for (ModelKind<?> kind : Catalogue.standard().kinds()) {
      assertEquals(List.of(), notes(kind.id(), plain));
    }
  }
}
