package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.inference.Estimate;
import undercurrent.training.Checkpoint;
import undercurrent.training.Training;

/** What a file keeps of a fit is enough: no iteration is made again when it is opened. */
final class FitStateTest {
  @TempDir private Path folder = Path.of("");

  static Stream<Path> documents() throws IOException, URISyntaxException {
    Path documents =
        Path.of(
            Objects.requireNonNull(
                    FitStateTest.class.getResource("/undercurrent/documents/version1"))
                .toURI());
    try (Stream<Path> files = Files.list(documents)) {
      List<Path> all =
          files
              .filter(f -> f.toString().endsWith(ExperimentFile.ENDING))
              .filter(f -> !f.toString().contains("deep"))
              .sorted()
              .toList();
      assertEquals(15, all.size());
      return all.stream();
    }
  }

  private static Run begun(Path document) {
    Experiment old = ExperimentFile.open(document);
    Run run = Run.of(Experiment.of(old.data(), old.model(), old.training()));
    for (int i = 0; i < 2; i++) run.trainer().step();
    return run;
  }

  /** The checkpoint of an experiment, as if no iteration had been made. */
  private static Checkpoint withoutIterations(Experiment experiment) {
    Checkpoint c = experiment.checkpoint().orElseThrow();
    return new Checkpoint(
        0,
        0,
        c.batch(),
        c.weights(),
        c.firstMoment(),
        c.secondMoment(),
        c.best(),
        c.bestElbo(),
        c.bestEpoch(),
        c.waited(),
        c.sums(),
        c.status(),
        c.state());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theStateAloneGivesTheFitBackAndItGoesOnWithTheSameBits(Path document) {
    Run run = begun(document);
    Experiment half = run.experiment();
    Experiment told =
        new Experiment(
            half.data(),
            half.model(),
            half.training(),
            Optional.of(withoutIterations(half)),
            half.curve(),
            half.view());
    Path file = folder.resolve("half.undercurrent");
    ExperimentFile.save(told, file);
    Run resumed = Run.of(ExperimentFile.open(file));
    same(run, resumed);
    run.trainer().step();
    resumed.trainer().step();
    same(run, resumed);
  }

  private static void same(Run run, Run resumed) {
    Estimate expected = run.estimator().smoothed(0);
    Estimate given = resumed.estimator().smoothed(0);
    assertArrayEquals(expected.observation().mean().all(), given.observation().mean().all());
    assertArrayEquals(expected.latent().upper().all(), given.latent().upper().all());
    Checkpoint before = run.experiment().checkpoint().orElseThrow();
    Checkpoint after = resumed.experiment().checkpoint().orElseThrow();
    assertArrayEquals(before.state(), after.state());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aStateOfOtherSettingsIsRefused(Path document) {
    Experiment half = begun(document).experiment();
    Checkpoint c = withoutIterations(half);
    double[] longer = java.util.Arrays.copyOf(c.state(), c.state().length + 1);
    Checkpoint foreign =
        new Checkpoint(
            0,
            0,
            0,
            c.weights(),
            c.firstMoment(),
            c.secondMoment(),
            c.best(),
            c.bestElbo(),
            c.bestEpoch(),
            c.waited(),
            c.sums(),
            Training.Status.READY,
            longer);
    Experiment told =
        new Experiment(
            half.data(),
            half.model(),
            half.training(),
            Optional.of(foreign),
            half.curve(),
            half.view());
    Exception e = assertThrows(IllegalArgumentException.class, () -> Run.of(told));
    assertTrue(String.valueOf(e.getMessage()).contains("train it again"), e.toString());
  }
}
