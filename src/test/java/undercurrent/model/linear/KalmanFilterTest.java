package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Randomness;

/** The filter and smoother against the whole joint Gaussian. */
final class KalmanFilterTest {
  private static final double TIGHT = 1e-9;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void filterAndSmootherAreTheJointGaussianConditioned(int seed) {
    Randomness random = Randomness.of(seed);
    int n = 1 + seed % 4;
    int m = 1 + seed % 3;
    LinearSystem system = RandomSystems.varying(n, m, 2, 9, random);
    Observations seen = RandomSystems.seen(9, m, 2, 0.3, random).without(3, 5);
    if (seed > 3)
      seen = seen.withNoise(RandomSystems.varying(n, m, 2, 9, random).part(Part.EMISSION_NOISE));
    agrees(system, seen, TIGHT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aSingularTransitionNoiseIsNoTrouble(int seed) {
    Randomness random = Randomness.of(100 + seed);
    LinearSystem system = RandomSystems.constant(4, 2, 1, random);
    agrees(system, RandomSystems.seen(10, 2, 0, 0.2, random), TIGHT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void anExactlyDiffuseStartIsAFlatPriorOnItsDirections(int seed) {
    Randomness random = Randomness.of(200 + seed);
    int n = 1 + seed % 4;
    int m = 1 + seed % 2;
    int q = 1 + seed % n;
    LinearSystem known = RandomSystems.varying(n, m, 1, 8, random);
    double[][] directions = RandomSystems.matrix(n, q, 1, random);
    double[][] p1 = RandomSystems.covariance(n, n, random);
    double[] m1 = new double[n];
    Observations seen = RandomSystems.seen(8, m, 1, 0.3, random);
    SmootherResult exact =
        KalmanSmoother.smoothWithLagOne(
            KalmanFilter.filter(known.startingDiffuse(m1, p1, directions), seen));
    JointGaussian joint = new JointGaussian(exact.filter().system(), seen);
    assertEquals(q, exact.filter().diffuseValues);
    smoothedAgrees(exact, joint.given(8), 1e-7);
    assertEquals(joint.logLikelihood(), exact.filter().logLikelihood().value(), TIGHT);
    for (int t = exact.filter().diffuseSteps(); t < 8; t++) {
      agrees(exact.filter().filtered(), t, joint.given(t + 1), n, 1e-7);
    }
  }

  @Test
  void aDirectionThatNothingSeesStaysInfinite() {
    double[][] f = {{1, 0}, {0, 0.5}};
    double[][] noise = {{1, 0}, {0, 1}};
    LinearSystem system =
        LinearSystem.of(f, noise, new double[][] {{1, 0}}, new double[][] {{1}}).startingDiffuse();
    SmootherResult result = KalmanSmoother.smooth(system, Observations.ofChannel(3, 4, 5));
    for (int t = 0; t < 3; t++) {
      assertTrue(result.isDiffuse(t, 1) && result.filter().isDiffuse(t, 1));
      assertTrue(!result.isDiffuse(t, 0) && !result.filter().isDiffuse(t, 0));
    }
    assertEquals(1, result.filter().diffuseValues);
  }

  @Test
  void laterObservationsMoveTheSmoothedMeanAndNotTheFilteredOne() {
    double[] flow = Golden.column(Golden.table("/samples/01_nile.csv"), 1);
    LinearSystem level = Golden.nileLevel().startingDiffuse();
    SmootherResult before = KalmanSmoother.smooth(level, Observations.ofChannel(flow));
    flow[51] += 500;
    SmootherResult after = KalmanSmoother.smooth(level, Observations.ofChannel(flow));
    assertEquals(before.filter().filtered().mean(50, 0), after.filter().filtered().mean(50, 0));
    assertTrue(after.smoothed().mean(50, 0) > before.smoothed().mean(50, 0) + 1);
  }

  static void agrees(LinearSystem system, Observations seen, double tolerance) {
    JointGaussian joint = new JointGaussian(system, seen);
    FilterResult filter = KalmanFilter.filter(system, seen);
    int n = system.latentSize();
    for (int t = 0; t < seen.steps(); t++) {
      agrees(filter.predicted(), t, joint.given(t), n, tolerance);
      agrees(filter.filtered(), t, joint.given(t + 1), n, tolerance);
    }
    smoothedAgrees(KalmanSmoother.smoothWithLagOne(filter), joint.given(seen.steps()), tolerance);
    double value = joint.logLikelihood();
    assertEquals(value, filter.logLikelihood().value(), tolerance);
    assertEquals(value, KalmanFilter.logLikelihood(system, seen).value(), tolerance);
  }

  private static void smoothedAgrees(
      SmootherResult result, SimpleMatrix[] joint, double tolerance) {
    int n = result.smoothed().size();
    for (int t = 0; t < result.smoothed().steps(); t++) {
      agrees(result.smoothed(), t, joint, n, tolerance);
      if (t == 0) continue;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double covariance = joint[1].get(t * n + i, (t - 1) * n + j);
          assertEquals(covariance, result.lagOneCovariance(t - 1, i, j), tolerance);
        }
      }
    }
  }

  private static void agrees(
      Moments moments, int t, SimpleMatrix[] joint, int n, double tolerance) {
    SimpleMatrix mean = joint[0].extractMatrix(t * n, (t + 1) * n, 0, 1);
    SimpleMatrix covariance = joint[1].extractMatrix(t * n, (t + 1) * n, t * n, (t + 1) * n);
    assertArrayEquals(mean.getDDRM().data, moments.means()[t], tolerance);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertEquals(covariance.get(i, j), moments.covariance(t, i, j), tolerance);
      }
    }
  }
}
