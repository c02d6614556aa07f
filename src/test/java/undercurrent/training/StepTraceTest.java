package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.kind.Catalogue;
import undercurrent.kind.Fitting;
import undercurrent.model.PathTrace;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.settings.Settings;

/** The numbers of a traced update are those of the update that was made. */
final class StepTraceTest {
  private static final SeriesSet SET = new SineFamily(5, 24, 0.1).generate(3);

  private static Training training(String kind, double rate) {
    TrainingSettings settings =
        Settings.with(
            Settings.with(TrainingSettings.defaults(), "learningRate", rate), "epochs", 9);
    Dataset data = Dataset.of(SET, 0);
    Fitting fitting = Catalogue.standard().usual().with("kind", kind).open(data, settings);
    return fitting.training(Workers.ALONE);
  }

  /** All sequences are one batch, so that a point of the curve is one update. */
  @ParameterizedTest
  @ValueSource(strings = {"deep", "vrnn", "kvae", "nkf", "cru"})
  void itsNumbersAreThoseOfTheCurveAndItChangesNothing(String kind) {
    Training plain = training(kind, 0.02);
    Training traced = training(kind, 0.02);
    assertEquals(1, traced.stepsPerEpoch());
    for (int i = 0; i < 3; i++) {
      float[] before = traced.checkpoint().weights();
      plain.step();
      StepTrace trace = traced.tracedStep().orElseThrow();
      float[] after = traced.checkpoint().weights();
      assertArrayEquals(plain.checkpoint().weights(), after, "bits of step " + i);
      CurvePoint point = plain.curve().getLast();
      assertEquals(i + 1, trace.step());
      assertEquals(point.reconstruction(), trace.reconstruction(), 1e-12);
      assertEquals(point.kl(), trace.kl(), 1e-12);
      assertEquals(point.klWeight(), trace.klWeight());
      assertEquals(point.objective(), trace.objective(), 1e-12);
      assertEquals(point.gradientNorm(), trace.gradientNorm());
      assertEquals(point.learningRate(), trace.learningRate());
      double squares = 0;
      for (int w = 0; w < after.length; w++) squares += Math.pow(after[w] - before[w], 2);
      assertEquals(Math.sqrt(squares), trace.change(), 1e-6 * trace.change());
      double most = plain.settings().gradientClip();
      assertEquals(Math.min(1, most / trace.gradientNorm()), trace.clip(), 1e-12);
      boolean isExact = kind.equals("nkf") || kind.equals("cru");
      assertEquals(!isExact, trace.path().isPresent());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"deep", "vrnn"})
  void thePathFollowsItsEquations(String kind) {
    Training training = training(kind, 0.02);
    training.step();
    StepTrace trace = training.tracedStep().orElseThrow();
    PathTrace path = trace.path().orElseThrow();
    for (int i = 0; i < path.z().length; i++) {
      double mean = path.posteriorMean()[i];
      double sd = path.posteriorSd()[i];
      assertEquals(mean + sd * path.noise()[i], path.z()[i], 1e-5);
      // KL of two normal distributions.
      double ratio = sd / path.priorSd()[i];
      double apart = (mean - path.priorMean()[i]) / path.priorSd()[i];
      double kl = -Math.log(ratio) + (ratio * ratio + apart * apart - 1) / 2;
      assertEquals(kl, path.kl()[i], 1e-4 * Math.max(1, kl));
    }
    double sum = 0;
    for (int d = 0; d < path.x().length; d++) {
      double sd = (path.high()[d] - path.low()[d]) / 2;
      double residual = (path.x()[d] - path.median()[d]) / sd;
      sum -= residual * residual / 2 + Math.log(sd) + Math.log(2 * Math.PI) / 2;
    }
    assertEquals(sum, path.logLikelihood(), 1e-4 * Math.abs(sum));
    double seen = SET.series().get(trace.series()).values()[trace.row()][SET.observedChannels()[0]];
    assertTrue(Double.isFinite(seen));
  }

  /** The first state is compared with the distribution of the start. */
  @ParameterizedTest
  @CsvSource({"bernoulli, 0", "poisson, 2", "categorical, 2"})
  void everyEmissionTellsWhatItExpects(String likelihood, int most) {
    SeriesSet counts = counts(most);
    TrainingSettings settings = TrainingSettings.defaults();
    Fitting fitting =
        Catalogue.standard()
            .usual()
            .with("likelihood", likelihood)
            .open(Dataset.of(counts, 0), settings);
    PathTrace path =
        fitting.training(Workers.ALONE).tracedStep().flatMap(StepTrace::path).orElseThrow();
    for (int d = 0; d < path.x().length; d++) {
      assertTrue(path.low()[d] <= path.median()[d] && path.median()[d] <= path.high()[d]);
    }
    assertTrue(path.logLikelihood() < 0);
  }

  private static SeriesSet counts(int most) {
    StringBuilder table = new StringBuilder("series,t,n\n");
    for (int s = 0; s < 5; s++) {
      for (int t = 0; t < 12; t++) {
        int value = most == 0 ? (t + s) % 2 : (t * 7 + s) % (most + 1);
        table.append(s).append(',').append(t).append(',').append(value).append('\n');
      }
    }
    return undercurrent.series.SeriesFiles.open(
        "counts.csv", table.toString(), undercurrent.series.ImportChoices.AUTOMATIC);
  }

  @Test
  void nothingIsToldOfAStepThatDivergedOrOfAFitByIterations() {
    Training wild = training("deep", 1);
    for (int i = 0; i < 9; i++) {
      if (wild.tracedStep().isEmpty()) break;
    }
    assertEquals(Optional.empty(), wild.tracedStep());
    Training exact = training("level", 0.01);
    assertEquals(Optional.empty(), exact.tracedStep());
    assertEquals(1, exact.epoch(), "the step is made");
  }
}
