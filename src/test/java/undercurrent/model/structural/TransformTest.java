package undercurrent.model.structural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.model.linear.FilterResult;
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

  /** What BoxCox.lambda of R's package forecast gives. */
  @Test
  void guerrero() {
    assertEquals(-0.2947156, TransformChoice.guerrero(Classics.passengers(), 12), 1e-3);
    double[] lynx = Classics.series("/classics/lynx.csv");
    assertEquals(0.1521849, TransformChoice.guerrero(lynx, 2), 1e-3);
  }
}
