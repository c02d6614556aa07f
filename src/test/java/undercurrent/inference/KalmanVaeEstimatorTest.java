package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.model.Conditioning;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.model.kvae.KalmanVaeSettings;
import undercurrent.series.AlternatingRotations;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Settings;
import undercurrent.training.Trainer;
import undercurrent.training.TrainingSettings;

/** Estimates with a Kalman VAE of series in which six rows are hidden. */
final class KalmanVaeEstimatorTest {
  private static final int STEPS = 40;
  private static final Dataset DATA = Dataset.of(new AlternatingRotations(8, STEPS).generate(1), 0);

  /** After some updates, so that the weights of the modes differ. */
  private static KalmanVae trained(int modes) {
    KalmanVaeSettings settings = Settings.with(KalmanVaeSettings.defaults(), "modes", modes);
    KalmanVae model = KalmanVae.of(Settings.with(settings, "hiddenUnits", 8), DATA, 1);
    TrainingSettings training = Settings.with(TrainingSettings.defaults(), "epochs", 30);
    Trainer trainer = new Trainer(model, DATA, training);
    for (int i = 0; i < 30; i++) trainer.step();
    return model;
  }

  private static boolean isHidden(int row) {
    SeriesSet set = DATA.source();
    return Double.isNaN(set.series().getFirst().values()[row][set.observedChannels()[0]]);
  }

  private static int firstHidden() {
    int row = 0;
    while (!isHidden(row)) row++;
    return row;
  }

  /** A hidden row tells the filter nothing, but the smoother knows what comes after it. */
  @Test
  void aHiddenRowIsFilledByFilterAndSmoother() {
    Estimator estimator = new KalmanVaeEstimator(trained(2), DATA, 1);
    Estimator.Online online = estimator.online(0);
    Estimate smoothed = estimator.smoothed(0);
    assertEquals(Conditioning.SMOOTHED, smoothed.conditioning());
    int hidden = 0;
    for (int t = 0; t < STEPS; t++) {
      double[] filtered = online.filtered().latent().mean().row(t);
      double[] predicted = online.predicted().latent().mean().row(t);
      assertEquals(isHidden(t), Arrays.equals(filtered, predicted), "row " + t);
      if (!isHidden(t)) continue;
      hidden++;
      assertArrayEquals(
          online.predicted().observation().mean().row(t),
          online.filtered().observation().mean().row(t));
      assertTrue(width(smoothed, t) < width(online.filtered(), t), "row " + t);
    }
    assertEquals(6, hidden);
    double[] last = online.filtered().latent().mean().row(STEPS - 1);
    assertArrayEquals(last, smoothed.latent().mean().row(STEPS - 1), 1e-9);
  }

  private static double width(Estimate estimate, int row) {
    return estimate.latent().upper().at(row, 0) - estimate.latent().lower().at(row, 0);
  }

  /** A forecast goes on as the filter does over hidden rows. */
  @Test
  void aForecastIsWhatTheFilterExpectsOfHiddenRows() {
    Estimator estimator = new KalmanVaeEstimator(trained(2), DATA, 1);
    int first = firstHidden();
    Estimate predicted = estimator.online(0).predicted();
    Estimate forecast = estimator.paths(4000).forecast(0, first, 6);
    for (int h = 0; h < 6; h++) {
      for (int i = 0; i < predicted.latent().mean().columns(); i++) {
        double sd =
            (predicted.latent().upper().at(first + h, i)
                    - predicted.latent().lower().at(first + h, i))
                / 3.29;
        assertEquals(
            predicted.latent().mean().at(first + h, i),
            forecast.latent().mean().at(h, i),
            0.15 * sd,
            "z" + i + " after " + h);
      }
      for (int d = 0; d < 3; d++) {
        double spread =
            predicted.observation().upper().at(first + h, d)
                - predicted.observation().lower().at(first + h, d);
        assertEquals(
            predicted.observation().mean().at(first + h, d),
            forecast.observation().mean().at(h, d),
            0.1 * spread);
      }
    }
    assertEquals(24, forecast.paths().length);
  }

  @Test
  void theSameQuestionGivesTheSameNumbers() {
    KalmanVae model = trained(3);
    Estimator one = new KalmanVaeEstimator(model, DATA, 1);
    Estimator other = new KalmanVaeEstimator(model, DATA, 1);
    other.smoothed(0);
    assertSame(one.online(1).filtered(), other.online(1).filtered());
    assertSame(one.smoothed(1), other.smoothed(1));
    assertSame(one.forecast(1, 20, 5), other.forecast(1, 20, 5));
    assertSame(one.forecast(1, 0, 5), other.forecast(1, 0, 5));
  }

  private static void assertSame(Estimate one, Estimate other) {
    for (int t = 0; t < one.length(); t++) {
      assertArrayEquals(one.observation().upper().row(t), other.observation().upper().row(t));
      assertArrayEquals(one.latent().mean().row(t), other.latent().mean().row(t));
      assertTrue(Arrays.stream(one.observation().mean().row(t)).allMatch(Double::isFinite));
    }
  }

  @Test
  void modesAreWeighedAlongTheSeries() {
    Estimator estimator = new KalmanVaeEstimator(trained(3), DATA, 1);
    ModePath path = estimator.modes(estimator.smoothed(0)).orElseThrow();
    assertEquals(STEPS, path.weights().length);
    for (int t = 0; t < STEPS; t++) {
      assertEquals(1, Arrays.stream(path.weights()[t]).sum(), 1e-6);
      assertEquals(!isHidden(t), path.isObserved()[t]);
      assertEquals(2, path.encodings()[t].length);
    }
    double[] first = path.weights()[5];
    assertFalse(Arrays.stream(first).allMatch(w -> Math.abs(w - first[0]) < 1e-9));
  }

  /** The arithmetic of a row is a step of the filter, in the letter of what it observes. */
  @Test
  void aRowTellsTheStepOfItsFilter() {
    Estimator estimator = new KalmanVaeEstimator(trained(2), DATA, 1);
    for (int row : new int[] {0, 1, firstHidden(), STEPS - 1}) {
      RowTrace.Linear trace = (RowTrace.Linear) estimator.trace(0, row, 0).orElseThrow();
      assertEquals("a", trace.letter());
      assertEquals(isHidden(row) ? 0 : 2, trace.step().seen().length, "row " + row);
      assertEquals(4, trace.step().filtered().length);
    }
  }

  @Test
  void itsMatricesAreThoseOfEachMode() {
    Findings findings = new KalmanVaeEstimator(trained(2), DATA, 1).findings();
    List<String> names = findings.whole().stream().map(LearnedMatrix::name).toList();
    assertEquals(
        List.of("F of mode 1", "F of mode 2", "H of mode 1", "H of mode 2", "Q", "R"), names);
    assertEquals(2, Eigenvalues.of(findings).size());
    Findings single = new KalmanVaeEstimator(trained(1), DATA, 1).findings();
    assertEquals("F", single.matrices().getFirst().getFirst().name());
    assertEquals(0.08, single.whole().get(2).values()[1][1], 1e-7);
  }
}
