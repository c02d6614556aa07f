package undercurrent.model.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;

/** On a linear model every filter and smoother is Kalman's, exactly or in the limit. */
final class LinearLimitTest {
  private static final int STEPS = 9;
  private static final double[][] X = LinearExample.series(STEPS);
  private static final FilterResult EXACT =
      KalmanFilter.filter(LinearExample.SYSTEM, Observations.of(X));
  private static final Moments SMOOTHED = KalmanSmoother.smooth(EXACT).smoothed();

  static List<GaussianFilter> gaussianFilters() {
    return List.of(GaussianFilter.EXTENDED, GaussianFilter.UNSCENTED, GaussianFilter.CUBATURE);
  }

  @ParameterizedTest
  @MethodSource("gaussianFilters")
  void gaussianFiltersAreExact(GaussianFilter filter) {
    GaussianFiltering found = filter.filter(LinearExample.MODEL, X);
    List<Gaussian> smoothed = found.smoothed();
    assertEquals(EXACT.logLikelihood().value(), found.logLikelihood(), 1e-9);
    for (int t = 0; t < STEPS; t++) {
      assertSame(EXACT.predicted(), t, found.predicted().get(t));
      assertSame(EXACT.filtered(), t, found.filtered().get(t));
      assertSame(SMOOTHED, t, smoothed.get(t));
    }
  }

  private static void assertSame(Moments expected, int t, Gaussian found) {
    assertNear(expected, t, found.mean(), found.covariance().matrix().toRows(), 1e-9);
  }

  private static void assertNear(
      Moments expected, int t, double[] mean, double[][] covariance, double by) {
    assertArrayEquals(expected.means()[t], mean, by);
    for (int i = 0; i < mean.length; i++) {
      assertArrayEquals(expected.covariances()[t][i], covariance[i], by);
    }
  }

  @Test
  void aLargeEnsembleFindsTheExactMoments() {
    EnsembleFiltering found =
        new EnsembleFilter(20_000).filter(LinearExample.MODEL, X, Randomness.of(3));
    List<PointCloud> smoothed = found.smoothed();
    // Gains are read from the cloud, so errors are of order 1/√N = 0.007, times a few.
    assertEquals(EXACT.logLikelihood().value(), found.logLikelihood(), 0.1);
    for (int t = 0; t < STEPS; t++) {
      assertNear(EXACT.filtered(), t, found.filtered().get(t), 0.03);
      assertNear(SMOOTHED, t, smoothed.get(t), 0.03);
    }
  }

  static List<Proposal> proposals() {
    return List.of(Proposal.BOOTSTRAP, Proposal.GUIDED);
  }

  @ParameterizedTest
  @MethodSource("proposals")
  void manyParticlesFindTheExactMoments(Proposal proposal) {
    ParticleFiltering found =
        new ProposalFilter(3_000, proposal).filter(LinearExample.MODEL, X, Randomness.of(4));
    List<PointCloud> smoothed = found.smoothed(600, Randomness.of(5));
    assertEquals(EXACT.logLikelihood().value(), found.logLikelihood(), 0.15);
    for (int t = 0; t < STEPS; t++) {
      // sd ≤ 0.8, about 800 independent particles and 600 drawn paths: four errors are 0.17
      assertNear(EXACT.filtered(), t, found.steps().get(t).filtered(), 0.12);
      assertNear(SMOOTHED, t, smoothed.get(t), 0.17);
    }
  }

  private static void assertNear(Moments expected, int t, PointCloud found, double by) {
    assertNear(expected, t, found.mean(), found.covariance().toRows(), by);
  }
}
