package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.BesideOthers;
import undercurrent.inference.BetweenRows;
import undercurrent.inference.Estimate;
import undercurrent.math.Progress;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.training.Training;

/** Series with a gap of any length between two rows: refused in time, or explained in time. */
@BesideOthers
final class LongGapsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int ROWS = 30;

  /** Times 0 … 14, then so much later. */
  private static SeriesSet set(int channels, double gap) {
    double[] times = new double[ROWS];
    double[][] values = new double[ROWS][channels];
    List<Channel> named = new ArrayList<>();
    for (int t = 0; t < ROWS; t++) {
      times[t] = t < ROWS / 2 ? t : ROWS / 2 - 1 + gap + (t - ROWS / 2);
      for (int d = 0; d < channels; d++) values[t][d] = Math.sin(t + d) + 0.1 * Math.cos(7 * t * d);
    }
    for (int d = 0; d < channels; d++) {
      named.add(new Channel("x" + d, "", Channel.Kind.REAL, Channel.Role.OBSERVED));
    }
    return new SeriesSet(
        "gap",
        named,
        new TimeAxis("t", "s", false, false),
        List.of(new Series("gap", times, values)),
        Split.BY_TIME);
  }

  private static Experiment experiment(String kind, SeriesSet set) {
    return Recipe.of(set).with("kind", kind).with("epochs", 3).experiment(set);
  }

  @ParameterizedTest
  @CsvSource({"pendulum, 1", "van-der-pol, 1", "lorenz, 3"})
  void anEquationThatIsIntegratedRefusesAGapAndNamesItsRows(String kind, int channels) {
    for (double gap : new double[] {1e9, 1e300}) {
      Experiment experiment = experiment(kind, set(channels, gap));
      IllegalArgumentException e =
          assertTimeoutPreemptively(
              LONG, () -> assertThrows(IllegalArgumentException.class, () -> Run.of(experiment)));
      String sentence = String.valueOf(e.getMessage());
      assertTrue(sentence.contains("rows 15 and 16 of 'gap'"), sentence);
      assertTrue(sentence.endsWith("larger unit."), sentence);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "growth, 1",
    "walk, 1",
    "continuous, 1",
    "level, 1",
    "linear, 1",
  })
  void otherModelsGoOverAGapInOneStep(String kind, int channels) {
    Experiment experiment = experiment(kind, set(channels, 1e9));
    assertTimeoutPreemptively(
        LONG,
        () -> {
          Run run = Run.of(experiment);
          while (run.trainer().status() == Training.Status.READY) run.trainer().step();
          Estimate smoothed = run.estimator().smoothed(0);
          assertEquals(ROWS, smoothed.length());
          for (double[] row : smoothed.observation().mean().all()) {
            for (double mean : row) assertTrue(Double.isFinite(mean));
          }
        });
  }

  @Test
  void aFilterThatLosesATargetOverAGapSaysWhatToDo() {
    Run run = Run.of(experiment("laser-radar", set(5, 1e9)));
    IllegalArgumentException e =
        assertTimeoutPreemptively(
            LONG,
            () ->
                assertThrows(
                    IllegalArgumentException.class,
                    () -> {
                      while (run.trainer().status() == Training.Status.READY) run.trainer().step();
                    }));
    assertTrue(String.valueOf(e.getMessage()).contains("motionNoise"), e.getMessage());
  }

  @Test
  void whatLiesBetweenRowsIsShownWhereItCanBeIntegrated() {
    Run run = Run.of(experiment("continuous", set(1, 1e9)));
    for (int i = 0; i < 3; i++) run.trainer().step();
    BetweenRows between =
        assertTimeoutPreemptively(LONG, () -> run.diagnosis(0).orElseThrow().between(0))
            .orElseThrow();
    double[] times = between.rowTimes();
    assertTrue(times.length > 2);
    assertTrue(times[times.length - 1] - times[0] < ROWS);
    assertTrue(Double.isFinite(between.difference()));
  }

  @Test
  void anIntegrationWithinOneGapCanBeEnded() {
    Run run = Run.of(experiment("pendulum", set(1, 1200)));
    AtomicInteger times = new AtomicInteger();
    Progress ending =
        (done, of) -> {
          if (of == 0 && times.incrementAndGet() == 3) throw new CancellationException();
        };
    assertThrows(
        CancellationException.class, () -> ending.during(() -> run.estimator().filtered(0)));
    assertEquals(3, times.get());
  }

  /** Where a diffuse start is not fixed yet, nothing lies between the rows. */
  @Test
  void nothingIsSaidBetweenTheRowsOfADiffuseStart() {
    SeriesSet set = Fits.whole(Fits.read("t,x\n0,1\n1,2\n2.5,3\n3,5\n4,4\n5,6\n"));
    Run run = Fits.fitted(set, "kind", "continuous", "process", "velocity");
    BetweenRows between = run.diagnosis(0).orElseThrow().between(0).orElseThrow();
    assertTrue(Double.isNaN(between.stepped().mean().at(0, 0)));
    assertTrue(Double.isFinite(between.stepped().mean().at(4, 0)));
    assertTrue(Double.isNaN(between.integrated().upper().at(0, 0)));
  }
}
