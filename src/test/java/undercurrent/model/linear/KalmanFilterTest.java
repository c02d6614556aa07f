package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Progress;
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
      seen =
          seen.withNoise(RandomSystems.varying(n, m, 2, 9, random).part(SystemPart.EMISSION_NOISE));
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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void theSquareRootFormIsTheJosephForm(int q) {
    Randomness random = Randomness.of(700 + q);
    LinearSystem system = RandomSystems.varying(3, 2, 1, 9, random);
    if (q > 0) {
      double[][] directions = RandomSystems.matrix(3, q, 1, random);
      system =
          system.startingDiffuse(new double[3], RandomSystems.covariance(3, 2, random), directions);
    }
    Observations seen = RandomSystems.seen(9, 2, 1, 0.2, random);
    FilterResult joseph = KalmanFilter.filter(system, seen);
    FilterResult root = squareRoot(system, seen);
    assertArrayEquals(joseph.filtered().mean, root.filtered().mean, TIGHT);
    assertArrayEquals(joseph.filtered().covariance, root.filtered().covariance, TIGHT);
    assertArrayEquals(joseph.predicted().covariance, root.predicted().covariance, TIGHT);
    assertArrayEquals(joseph.logLikelihoods(), root.logLikelihoods(), TIGHT);
    assertArrayEquals(
        KalmanSmoother.smooth(joseph).smoothed().mean,
        KalmanSmoother.smooth(root).smoothed().mean,
        1e-8);
  }

  private static FilterResult squareRoot(LinearSystem system, Observations seen) {
    return KalmanFilter.filter(system, seen, FilterForm.SQUARE_ROOT, Progress.NONE);
  }

  /** Two sensors that differ by 1e-6: det and trace of I/p + (h₁h₁' + h₂h₂')/r give P exactly. */
  @Test
  void theSquareRootFormKeepsItsDigitsWhereVariancesDifferByMuch() {
    double p = 1e6;
    double r = 1e-8;
    double e = 1e-6;
    LinearSystem system =
        LinearSystem.of(
                new double[][] {{1, 0}, {0, 1}},
                new double[2][2],
                new double[][] {{1, 1}, {1, 1 + e}},
                new double[][] {{r, 0}, {0, r}})
            .startingAt(new double[2], new double[][] {{p, 0}, {0, p}});
    FilterResult root = squareRoot(system, Observations.of(new double[][] {{1, 1}}));
    double a = 1 / p + 2 / r;
    double b = (2 + e) / r;
    double d = 1 / p + (1 + (1 + e) * (1 + e)) / r;
    // a d - b² with b² = (4 + 4e + e²)/r² taken off by hand
    double determinant = 1 / (p * p) + (4 + 2 * e + e * e) / (p * r) + e * e / (r * r);
    assertEquals(d / determinant, root.filtered().covariance(0, 0, 0), 1e-7 * d / determinant);
    assertEquals(-b / determinant, root.filtered().covariance(0, 0, 1), 1e-7 * d / determinant);
    assertEquals(a / determinant, root.filtered().covariance(0, 1, 1), 1e-7 * d / determinant);
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
      double[] lagOne = new double[n * n];
      result.lagOne(t - 1, lagOne);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double covariance = joint[1].get(t * n + i, (t - 1) * n + j);
          assertEquals(covariance, lagOne[i * n + j], tolerance);
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
