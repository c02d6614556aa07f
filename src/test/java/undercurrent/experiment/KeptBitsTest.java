package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.BesideOthers;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.settings.Settings;
import undercurrent.training.Checkpoint;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/**
 * A saved experiment of every kind gives the same bits when it is opened, and trains on with them.
 */
@BesideOthers
final class KeptBitsTest {
  private static final int MOST_SERIES = 6;
  private static final int MOST_ROWS = 120;

  @TempDir private Path folder = Path.of("");

  static Stream<String> kinds() {
    return Catalogue.standard().kinds().stream().map(ModelKind::id);
  }

  /** The example of a kind, with so few series and rows that training takes no time. */
  private static Experiment small(String id) {
    Experiment whole = Example.of(Catalogue.standard().kind(id)).experiment();
    SeriesSet set = whole.data();
    List<Series> few = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (Series series : set.series().subList(0, Math.min(MOST_SERIES, set.series().size()))) {
      int rows = Math.min(MOST_ROWS, series.length());
      double[] times = java.util.Arrays.copyOf(series.times(), rows);
      few.add(new Series(series.name(), times, java.util.Arrays.copyOf(series.values(), rows)));
      parts.add(parts.size() % 3 == 2 ? Part.TEST : Part.TRAINING);
    }
    Split split = few.size() > 2 ? new Split(parts, 1, 1) : Split.BY_TIME;
    SeriesSet cut = new SeriesSet(set.name(), set.channels(), set.time(), few, split, set.frame());
    return Experiment.of(cut, whole.model(), Settings.with(whole.training(), "epochs", 6));
  }

  private static void train(Run run, int steps) {
    for (int i = 0; i < steps; i++) {
      if (run.trainer().status() == Training.Status.READY) run.trainer().step();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void estimatesAndForecastsAreTheSameAfterOpeningAndSoIsWhatIsTrainedOn(String kind) {
    Run run = Run.of(small(kind));
    train(run, 3);
    Experiment kept = run.experiment();
    Path file = folder.resolve(kind + ".undercurrent");
    ExperimentFile.save(kept, file);
    Experiment opened = ExperimentFile.open(file);
    assertEquals(kept.model(), opened.model());
    assertEquals(kept.training(), opened.training());
    same(Trained.of(kept).estimator(), Trained.of(opened).estimator(), kept.data());
    Run resumed = Run.of(opened);
    train(run, 2);
    train(resumed, 2);
    same(
        run.experiment().checkpoint().orElseThrow(),
        resumed.experiment().checkpoint().orElseThrow());
    assertEquals(run.trainer().curve().size(), resumed.trainer().curve().size());
    same(run.estimator(), resumed.estimator(), kept.data());
  }

  private static void same(Checkpoint expected, Checkpoint given) {
    assertEquals(expected.step(), given.step());
    assertArrayEquals(expected.weights(), given.weights());
    assertArrayEquals(expected.firstMoment(), given.firstMoment());
    assertArrayEquals(expected.secondMoment(), given.secondMoment());
    assertArrayEquals(expected.best(), given.best());
    assertArrayEquals(expected.state(), given.state());
  }

  private static void same(Estimator expected, Estimator given, SeriesSet set) {
    expected.paths(40);
    given.paths(40);
    Estimator.Online online = expected.online(0);
    Estimator.Online again = given.online(0);
    same(online.filtered(), again.filtered());
    same(online.predicted(), again.predicted());
    assertEquals(online.logLikelihood(), again.logLikelihood(), 0.0);
    same(expected.smoothed(0), given.smoothed(0));
    int seen = set.series().getFirst().length() / 2;
    same(expected.forecast(0, seen, 7), given.forecast(0, seen, 7));
  }

  private static void same(Estimate expected, Estimate given) {
    same(expected.observation(), given.observation());
    same(expected.latent(), given.latent());
    assertArrayEquals(expected.paths(), given.paths());
    assertArrayEquals(expected.crps().all(), given.crps().all());
    assertArrayEquals(expected.regimes(), given.regimes());
  }

  private static void same(Band expected, Band given) {
    assertArrayEquals(expected.mean().all(), given.mean().all());
    assertArrayEquals(expected.lower().all(), given.lower().all());
    assertArrayEquals(expected.upper().all(), given.upper().all());
    assertArrayEquals(expected.median().all(), given.median().all());
  }

  static Stream<String> learnedByGradients() {
    return Catalogue.standard().kinds().stream()
        .filter(kind -> Catalogue.standard().chosen(kind).uses(TrainingUse.GRADIENTS))
        .map(ModelKind::id);
  }

  /**
   * Far too large steps end the training with a sentence, and never in weights that are no numbers.
   */
  @ParameterizedTest
  @MethodSource("learnedByGradients")
  void aTrainingThatDivergesIsStoppedWithItsLastGoodWeights(String kind) {
    Experiment small = small(kind);
    TrainingSettings wild = Settings.with(small.training(), "learningRate", 1);
    wild = Settings.with(wild, "gradientClip", 0);
    wild = Settings.with(wild, "epochs", 40);
    Run run = Run.of(Experiment.of(small.data(), small.model(), wild));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    boolean isDiverged = run.trainer().status() == Training.Status.DIVERGED;
    assertEquals(isDiverged, run.trainer().diagnosis().isPresent());
    for (float weight : run.trainer().checkpoint().weights()) {
      assertTrue(Float.isFinite(weight), kind);
    }
    double elbo = run.trainer().curve().getLast().elbo();
    assertTrue(isDiverged || Double.isFinite(elbo), kind + " " + elbo);
  }
}
