package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static undercurrent.experiment.KnownRuns.fitted;
import static undercurrent.experiment.KnownRuns.sample;
import static undercurrent.experiment.KnownRuns.with;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.series.Lorenz63;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.VanDerPol;

/** What known equations refuse, each in a sentence. */
final class KnownKindRefusalsTest {
  @Test
  void learnedNoiseThatIsNoNumberIsRefused() {
    SeriesSet set = new VanDerPol(40).generate(1);
    Run run = fitted(with(set, "kind=van-der-pol", "filter=ekf", "epochs=2").experiment(set));
    Experiment saved = run.experiment();
    saved.checkpoint().orElseThrow().state()[0] = Double.NaN;
    String sentence =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Run.of(saved)).getMessage());
    assertEquals(
        "The state of the fit holds NaN for what was learned; train it again from the series.",
        sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          us-macro | pendulum    | has 12 observed channels and a pendulum model wants one, the sine of an angle
          nile     | lorenz      | has 1 observed channel and a lorenz model wants three, x, y and z in this order
          nile     | laser-radar | wants five in this order
          el-nino  | van-der-pol | has dates and a van der pol model counts seconds
          storms   | walk        | is a track on the Earth
          """)
  void aKindThatDoesNotFitTheDataSaysWhatItWants(String id, String kind, String why) {
    SeriesSet set = sample(id);
    Experiment experiment = with(set, "kind=" + kind).experiment(set);
    String sentence =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Run.of(experiment)).getMessage());
    assertTrue(sentence.contains(why) && sentence.contains("'kind'"), sentence);
    assertTrue(sentence.endsWith("."), sentence);
  }

  @Test
  void aFilterThatLosesTheStateSaysWhereAndWhatToDo() {
    SeriesSet set = new Lorenz63(50).generate(1);
    Series series = set.series().getFirst();
    double[] slow = Arrays.stream(series.times()).map(t -> 100 * t).toArray();
    List<Series> far = List.of(new Series("far", slow, far(series)));
    SeriesSet stretched = new SeriesSet("stretched", set.channels(), set.time(), far, set.split());
    Experiment experiment =
        with(stretched, "kind=lorenz", "filter=ekf", "motionNoise=1", "observationNoise=1")
            .experiment(stretched);
    String sentence =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> fitted(experiment)).getMessage());
    assertTrue(
        sentence.matches("At step \\d+ of 'stretched' EKF loses the state; .*\\."), sentence);
  }

  private static double[][] far(Series series) {
    return Arrays.stream(series.values())
        .map(row -> Arrays.stream(row).map(x -> 1e9 * x).toArray())
        .toArray(double[][]::new);
  }
}
