package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.model.PathTrace;
import undercurrent.series.Dataset;
import undercurrent.series.ImportChoices;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.training.TrainingSettings;

final class RowTraceTest {
  private static final double[] X = {0.3, 0.9, 1.2, 0.4, -0.5, -0.1, 0.8, 1.6, 1.1, 0.2};

  private static SeriesSet set() {
    StringBuilder table = new StringBuilder("t,x\n");
    for (int t = 0; t < X.length; t++) table.append(t).append(',').append(X[t]).append('\n');
    return SeriesFiles.open("walk.csv", table.toString(), ImportChoices.AUTOMATIC);
  }

  private static Estimator estimator(ChosenModel<?> model) {
    return model.open(Dataset.of(set(), 0), TrainingSettings.defaults()).estimator();
  }

  private static ChosenModel<?> kind(String id) {
    return Catalogue.standard().usual().with("kind", id);
  }

  /** With x = z + N(0, r²) the weights are those before times exp(−(x − z)²/2r²). */
  @Test
  void particlesAreWeighedByTheObservation() {
    double r = 0.5;
    Estimator estimator =
        estimator(
            kind("walk")
                .with("filter", "bootstrap")
                .with("particles", 40)
                .with("motionNoise", 0.6)
                .with("observationNoise", r));
    boolean kept = false;
    for (int t = 0; t < X.length; t++) {
      RowTrace.Weighed w =
          assertInstanceOf(RowTrace.Weighed.class, estimator.trace(0, t, 0).orElseThrow());
      assertEquals(40, w.before().length);
      double[] expected = new double[40];
      for (int i = 0; i < 40; i++) {
        double off = (X[t] - w.states()[i][0]) / r;
        expected[i] = w.before()[i] * Math.exp(-off * off / 2);
      }
      double sum = Arrays.stream(expected).sum();
      for (int i = 0; i < 40; i++) assertEquals(expected[i] / sum, w.after()[i], 1e-12);
      double log = Math.log(sum) - Math.log(r) - Math.log(2 * Math.PI) / 2;
      assertEquals(log, w.logLikelihood(), 1e-9);
      kept |= t > 0 && !w.resampled();
      if (w.resampled()) assertEquals(1.0 / 40, w.before()[7], 1e-15);
    }
    assertTrue(kept, "some rows keep their weights");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deep", "vrnn"})
  void aDeepKindTellsPriorPosteriorSampleAndBothTerms(String id) {
    Estimator estimator = estimator(kind(id));
    double[] before = {};
    for (int t = 0; t < X.length; t++) {
      PathTrace path =
          assertInstanceOf(RowTrace.Drawn.class, estimator.trace(0, t, 0).orElseThrow()).path();
      double kl = 0;
      for (int i = 0; i < path.z().length; i++) {
        double ratio = path.posteriorSd()[i] / path.priorSd()[i];
        double apart = (path.posteriorMean()[i] - path.priorMean()[i]) / path.priorSd()[i];
        kl += -Math.log(ratio) + (ratio * ratio + apart * apart - 1) / 2;
        assertEquals(
            path.posteriorMean()[i] + path.posteriorSd()[i] * path.noise()[i], path.z()[i], 1e-5);
      }
      assertEquals(kl, Arrays.stream(path.kl()).sum(), 1e-4);
      assertFalse(Arrays.equals(before, path.z()), "rows differ");
      before = path.z();
    }
    PathTrace again = ((RowTrace.Drawn) estimator.trace(0, X.length - 1, 0).orElseThrow()).path();
    assertEquals(before[0], again.z()[0], "the same at every call");
  }

  /** A random walk whose start is not known: its first row has no trace. */
  @Test
  void aLinearKindTellsAStepOnceItsStartIsKnown() {
    Estimator estimator = estimator(kind("level"));
    assertEquals(Optional.empty(), estimator.trace(0, 0, 0));
    RowTrace.Linear row =
        assertInstanceOf(RowTrace.Linear.class, estimator.trace(0, 4, 0).orElseThrow());
    assertEquals(1, row.step().filtered().length);
    double k = row.step().gain()[0][0];
    assertTrue(k > 0 && k < 1);
    assertEquals(
        row.step().predicted()[0] + k * row.step().innovation()[0], row.step().filtered()[0], 1e-9);
  }

  @Test
  void aNormalizingFilterTellsTheStepInItsBaseSpace() {
    Estimator estimator = estimator(kind("nkf"));
    Estimator.Online online = estimator.online(0);
    for (int t = 0; t < X.length; t++) {
      RowTrace.Linear row =
          assertInstanceOf(RowTrace.Linear.class, estimator.trace(0, t, 0).orElseThrow());
      double[] mean = online.filtered().latent().mean().row(t);
      for (int i = 0; i < mean.length; i++) assertEquals(mean[i], row.step().filtered()[i], 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"walk", "cru"})
  void otherFiltersTellWhatIsBelievedBeforeAndAfter(String id) {
    Estimator estimator = estimator(kind(id));
    RowTrace.Believed row =
        assertInstanceOf(RowTrace.Believed.class, estimator.trace(0, 5, 0).orElseThrow());
    Estimator.Online online = estimator.online(0);
    assertEquals(online.predicted().latent().mean().at(5, 0), row.predicted()[0][0]);
    assertEquals(online.filtered().latent().upper().at(5, 0), row.filtered()[2][0]);
  }
}
