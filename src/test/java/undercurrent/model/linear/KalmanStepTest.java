package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against a Kalman filter that is written out by hand for a state of two and two channels. */
final class KalmanStepTest {
  private static final double[][] F = {{1, 0.5}, {-0.2, 0.9}};
  private static final double[][] Q = {{0.3, 0.1}, {0.1, 0.2}};
  private static final double[][] H = {{1, 0}, {0.5, 2}};
  private static final double[][] R = {{0.4, 0.1}, {0.1, 0.6}};
  private static final double[] OFFSET = {0.1, -0.3};
  private static final double NONE = Double.NaN;
  private static final double[][] X = {{1, 2}, {0.5, NONE}, {NONE, NONE}, {-1, 0.7}};

  private static FilterResult filter() {
    LinearSystem system =
        LinearSystem.of(F, Q, H, R)
            .with(SystemPart.TRANSITION_OFFSET, new double[][] {{OFFSET[0]}, {OFFSET[1]}})
            .startingAt(new double[] {0.2, -0.1}, new double[][] {{1, 0.2}, {0.2, 2}});
    return KalmanFilter.filter(system, Observations.of(X));
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) c[i][j] += a[i][k] * b[k][j];
      }
    }
    return c;
  }

  private static double[][] transposed(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) for (int j = 0; j < a[0].length; j++) t[j][i] = a[i][j];
    return t;
  }

  private static double[][] sum(double[][] a, double[][] b, double factor) {
    double[][] c = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) c[i][j] = a[i][j] + factor * b[i][j];
    }
    return c;
  }

  private static double[][] inverse(double[][] a) {
    if (a.length == 1) return new double[][] {{1 / a[0][0]}};
    double det = a[0][0] * a[1][1] - a[0][1] * a[1][0];
    return new double[][] {{a[1][1] / det, -a[0][1] / det}, {-a[1][0] / det, a[0][0] / det}};
  }

  private static void assertMatrix(double[][] expected, double[][] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertArrayEquals(expected[i], actual[i], 1e-12);
    }
  }

  @Test
  void everyRowIsAKalmanStepOfTextbooks() {
    FilterResult filter = filter();
    double[][] m = {{0.2}, {-0.1}};
    double[][] p = {{1, 0.2}, {0.2, 2}};
    for (int t = 0; t < X.length; t++) {
      KalmanStep step = KalmanStep.of(filter, t);
      if (t > 0) {
        assertArrayEquals(new double[] {m[0][0], m[1][0]}, step.before(), 1e-12);
        assertMatrix(F, step.f());
        assertMatrix(Q, step.q());
        assertArrayEquals(OFFSET, step.moved(), 1e-12);
        m = sum(product(F, m), new double[][] {{OFFSET[0]}, {OFFSET[1]}}, 1);
        p = sum(product(product(F, p), transposed(F)), Q, 1);
      } else {
        assertEquals(0, step.before().length, "the first row starts");
      }
      assertArrayEquals(new double[] {m[0][0], m[1][0]}, step.predicted(), 1e-12);
      assertMatrix(p, step.predictedCovariance());
      int seen = step.seen().length;
      assertEquals(new int[] {2, 1, 0, 2}[t], seen);
      if (seen > 0) {
        double[][] h = seen == 2 ? H : new double[][] {H[0]};
        double[][] r = seen == 2 ? R : new double[][] {{R[0][0]}};
        double[][] x =
            seen == 2 ? new double[][] {{X[t][0]}, {X[t][1]}} : new double[][] {{X[t][0]}};
        double[][] v = sum(x, product(h, m), -1);
        double[][] s = sum(product(product(h, p), transposed(h)), r, 1);
        double[][] k = product(product(p, transposed(h)), inverse(s));
        assertMatrix(h, step.h());
        assertMatrix(r, step.r());
        for (int j = 0; j < seen; j++) {
          assertEquals(x[j][0], step.x()[j]);
          assertEquals(x[j][0] - v[j][0], step.expected()[j], 1e-12);
          assertEquals(v[j][0], step.innovation()[j], 1e-12);
        }
        assertMatrix(s, step.innovationCovariance());
        assertMatrix(k, step.gain());
        m = sum(m, product(k, v), 1);
        p = sum(p, product(product(k, s), transposed(k)), -1);
      }
      assertArrayEquals(new double[] {m[0][0], m[1][0]}, step.filtered(), 1e-12);
      assertMatrix(p, step.filteredCovariance());
    }
    assertTrue(p[0][0] > 0);
  }
}
