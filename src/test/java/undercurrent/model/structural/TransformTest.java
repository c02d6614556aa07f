package undercurrent.model.structural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Randomness;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.Forecast;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.Observations;

/** Box and Cox's transform: there and back, its Jacobian, and when a series asks for it. */
final class TransformTest {
  /** White noise about a constant. */
  private static final StructuralModel NOISE =
      StructuralModel.of(new Constant(), new Arima(ArimaOrder.of(0, 0, 0))).withoutIrregular();

  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.5, 0, 1e-9, 0.3, 1, 2})
  void thereAndBack(double lambda) {
    Transform transform = new Transform(lambda);
    for (double x : new double[] {0.01, 0.5, 1, 7, 300}) {
      assertEquals(x, transform.inverse(transform.forward(x)), 1e-7 * x);
      double h = 1e-5 * x;
      double slope = (transform.forward(x + h) - transform.forward(x - h)) / (2 * h);
      assertEquals(Math.log(slope), transform.logJacobian(x), 1e-4);
    }
  }

  @Test
  void beyondTheEndOfTheScale() {
    assertEquals(0, new Transform(0.5).inverse(-3));
    assertEquals(Double.POSITIVE_INFINITY, new Transform(-0.5).inverse(3));
    double[] values = {3, 0, 2};
    assertArrayEquals(values, Transform.IDENTITY.forward(values));
    assertEquals(
        "The value at step 2 is 0.0, and a transform with λ = 0.0 needs positive values; leave the"
            + " series as it is, or add a constant.",
        assertThrows(IllegalArgumentException.class, () -> Transform.LOG.forward(values))
            .getMessage());
  }

  /** The density of independent log-normals, written out; missing values do not count. */
  @Test
  void theLikelihoodOfTheSeriesItself() {
    double[] x = {3, 1.5, Double.NaN, 0.4, 8};
    double mean = 0.7;
    double variance = 1.3;
    double wanted = 0;
    for (double value : x) {
      if (Double.isNaN(value)) continue;
      double z = Math.log(value) - mean;
      wanted += -Math.log(value) - 0.5 * Math.log(2 * Math.PI * variance) - 0.5 * z * z / variance;
    }
    Observations seen = Observations.ofChannel(x);
    FilterResult filter =
        KalmanFilter.filter(
            NOISE.system(NOISE.theta(mean, variance), 0), Transform.LOG.forward(seen));
    assertEquals(wanted, Transform.LOG.logLikelihood(filter, seen).value(), 1e-10);
  }

  /** Where a level starts anywhere, the unit of the series must not choose the transform. */
  @Test
  void theUnitDoesNotMatterUnderADiffuseStart() {
    double[] x = {3, 1.5, Double.NaN, 0.4, 8, 2};
    double[] larger = Arrays.stream(x).map(v -> 1000 * v).toArray();
    Arima walk = new Arima(ArimaOrder.of(0, 1, 0));
    StructuralModel model = StructuralModel.of(walk).withoutIrregular();
    double[] gains = new double[2];
    for (int i = 0; i < 2; i++) {
      Observations seen = Observations.ofChannel(i == 0 ? x : larger);
      gains[i] =
          TransformChoice.profile(model, seen, Transform.LOG)
              - TransformChoice.profile(model, seen, new Transform(0.5));
    }
    assertEquals(gains[0], gains[1], 1e-6);
  }

  /** For white noise the profile is -n/2 log σ̂² + (λ - 1) Σ log x, on a fine grid here. */
  @Test
  void lambdaOfWhiteNoiseIsThatOfBoxAndCox() {
    Randomness random = Randomness.of(8);
    double[] x = new double[80];
    for (int t = 0; t < x.length; t++) x[t] = Math.pow(6 + random.normal(), 3);
    double best = Double.NEGATIVE_INFINITY;
    double wanted = 0;
    for (double lambda = -1; lambda <= 2; lambda += 0.0005) {
      double[] y = new Transform(lambda == 1 ? 1.0001 : lambda).forward(x);
      double mean = Arrays.stream(y).average().orElseThrow();
      double spread = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      double logs = Arrays.stream(x).map(Math::log).sum();
      double value = -0.5 * x.length * Math.log(spread) + (lambda - 1) * logs;
      if (value > best) {
        best = value;
        wanted = lambda;
      }
    }
    TransformChoice choice = TransformChoice.of(NOISE, Observations.ofChannel(x));
    assertEquals(wanted, choice.lambda(), 2e-3);
  }

  @Test
  void airlinePassengersAskForALogarithmAndLakeHuronForNothing() {
    StructuralModel airline =
        StructuralModel.of(new Arima(ArimaOrder.airline(12))).withoutIrregular();
    TransformChoice asked =
        TransformChoice.of(airline, Observations.ofChannel(Classics.passengers()));
    assertEquals(Transform.LOG, asked.suggested());
    assertTrue(asked.isAsked() && asked.gain() > 20, () -> asked.toString());
    StructuralModel autoregression =
        StructuralModel.of(new Constant(), Arima.autoregression(2)).withoutIrregular();
    double[] level = Classics.series("/classics/lake_huron.csv");
    assertFalse(TransformChoice.of(autoregression, Observations.ofChannel(level)).isAsked());
  }

  /** What BoxCox.lambda of R's package forecast gives. */
  @Test
  void guerrero() {
    assertEquals(-0.2947156, TransformChoice.guerrero(Classics.passengers(), 12), 1e-3);
    double[] lynx = Classics.series("/classics/lynx.csv");
    assertEquals(0.1521849, TransformChoice.guerrero(lynx, 2), 1e-3);
  }

  @Test
  void mediansAndQuantilesOfAForecastGoThroughTheInverse() {
    FilterResult filter =
        KalmanFilter.filter(NOISE.system(NOISE.theta(2, 0.25), 0), Observations.ofChannel(2, 2.1));
    Forecast forecast = Forecast.of(filter, 3);
    assertEquals(Math.exp(2), Transform.LOG.medians(forecast.observations())[2], 1e-12);
    assertEquals(
        Math.exp(2 + 1.959963985 * 0.5),
        Transform.LOG.quantiles(forecast.observations(), 0.975)[1],
        1e-6);
  }
}
