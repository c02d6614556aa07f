package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import undercurrent.model.structural.LocalLinearTrend;
import undercurrent.model.structural.StructuralModel;
import undercurrent.model.structural.TrigonometricSeasonal;

/**
 * A trend and four waves of a year in weeks: the first ten weeks fix its ten states only to
 * millions of the later error. The joint Gaussian of all states and observations is the oracle.
 */
final class NearlyDiffuseTest {
  private static final double[] THETA = {
    Math.log(1e-3), Math.log(6e-8), Math.log(3.7e-7), Math.log(2.5e-3)
  };
  private static final LinearSystem SYSTEM =
      StructuralModel.of(new LocalLinearTrend(), new TrigonometricSeasonal(52, 4, true))
          .system(THETA, 0);

  private static Observations weeks(int count) {
    double[] x = new double[count];
    for (int t = 0; t < count; t++) {
      double year = 2 * Math.PI * t / 52;
      x[t] = 0.005 * t + 0.6 * Math.sin(year) + 0.2 * Math.cos(2 * year) + 0.05 * Math.sin(t * t);
      if (t % 9 == 4 || (t > 60 && t < 75)) x[t] = Double.NaN;
    }
    return Observations.ofChannel(x);
  }

  @Test
  void logLikelihoodIsThatOfTheJointGaussian() {
    Observations seen = weeks(110);
    LogLikelihood expected =
        new LogLikelihood(
            new JointGaussian(SYSTEM, seen).logLikelihood(),
            LogLikelihood.Convention.EXACTLY_DIFFUSE,
            seen.count() - 10);
    for (LogLikelihood found :
        new LogLikelihood[] {
          KalmanFilter.filter(SYSTEM, seen).logLikelihood(),
          KalmanFilter.logLikelihood(SYSTEM, seen)
        }) {
      assertEquals(expected.value(), found.value(), 1e-5);
      assertEquals(expected.convention(), found.convention());
      assertEquals(expected.count(), found.count());
    }
  }

  @Test
  void smoothedStatesAreThoseOfTheJointGaussian() {
    Observations seen = weeks(110);
    SmootherResult found = KalmanSmoother.smooth(SYSTEM, seen);
    SimpleMatrix[] expected = new JointGaussian(SYSTEM, seen).given(110);
    int n = SYSTEM.latentSize();
    for (int t = 0; t < 110; t++) {
      for (int i = 0; i < n; i++) {
        double deviation = Math.sqrt(expected[1].get(t * n + i, t * n + i));
        assertEquals(expected[0].get(t * n + i), found.smoothed().mean(t, i), 1e-9 * deviation);
        assertEquals(deviation, Math.sqrt(found.smoothed().variance(t, i)), 1e-9 * deviation);
        assertFalse(found.isDiffuse(t, i));
      }
    }
  }

  @Test
  void stateOfTheFirstWeeksIsNotKnownFromThem() {
    FilterResult found = KalmanFilter.filter(SYSTEM, weeks(110));
    assertTrue(found.isDiffuse(9, 0));
    assertTrue(found.isDiffuse(11, 2));
    assertFalse(found.isDiffuse(100, 0));
    assertTrue(found.diffuseSteps() > 10);
  }
}
