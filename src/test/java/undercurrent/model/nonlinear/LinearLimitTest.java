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

/** On a linear model every filter and smoother is Kalman's, exactly or in the limit. */
final class LinearLimitTest {
  private static final double[][] X = JointGaussian.series(9);

  static List<GaussianFilter> gaussianFilters() {
    return List.of(GaussianFilter.EXTENDED, GaussianFilter.UNSCENTED, GaussianFilter.CUBATURE);
  }

  @ParameterizedTest
  @MethodSource("gaussianFilters")
  void gaussianFiltersAreExact(GaussianFilter filter) {
    GaussianFiltering found = filter.filter(JointGaussian.MODEL, X);
    List<Gaussian> smoothed = found.smoothed();
    assertEquals(JointGaussian.logLikelihood(X), found.logLikelihood(), 1e-9);
    for (int t = 0; t < X.length; t++) {
      assertSame(JointGaussian.state(t, t, X), found.predicted().get(t));
      assertSame(JointGaussian.state(t, t + 1, X), found.filtered().get(t));
      assertSame(JointGaussian.state(t, X.length, X), smoothed.get(t));
    }
  }

  private static void assertSame(JointGaussian.Answer expected, Gaussian found) {
    assertArrayEquals(expected.mean(), found.mean(), 1e-9);
    for (int i = 0; i < JointGaussian.N; i++) {
      assertArrayEquals(
          expected.covariance()[i], found.covariance().matrix().toRows()[i], 1e-9);
    }
  }

  @Test
  void aLargeEnsembleFindsTheExactMoments() {
    EnsembleFiltering found =
        new EnsembleFilter(20_000).filter(JointGaussian.MODEL, X, Randomness.of(3));
    List<double[][]> smoothed = found.smoothed();
    // Gains are read from the cloud, so errors are of order 1/√N = 0.007, times a few.
    assertEquals(JointGaussian.logLikelihood(X), found.logLikelihood(), 0.1);
    for (int t = 0; t < X.length; t++) {
      assertNear(JointGaussian.state(t, t + 1, X), PointCloud.of(found.filtered().get(t)), 0.03);
      assertNear(JointGaussian.state(t, X.length, X), PointCloud.of(smoothed.get(t)), 0.03);
    }
  }

  static List<Proposal> proposals() {
    return List.of(Proposal.BOOTSTRAP, Proposal.GUIDED);
  }

  @ParameterizedTest
  @MethodSource("proposals")
  void manyParticlesFindTheExactMoments(Proposal proposal) {
    ParticleFiltering found =
        ParticleFilter.of(4_000, proposal).filter(JointGaussian.MODEL, X, Randomness.of(4));
    List<PointCloud> smoothed = found.smoothed(1_000, Randomness.of(5));
    assertEquals(JointGaussian.logLikelihood(X), found.logLikelihood(), 0.15);
    for (int t = 0; t < X.length; t++) {
      // sd ≤ 0.8, about 1,000 independent particles and 1,000 drawn paths: four errors are 0.14
      assertNear(
          JointGaussian.state(t, t + 1, X), found.steps().get(t).filtered(), 0.12);
      assertNear(JointGaussian.state(t, X.length, X), smoothed.get(t), 0.14);
    }
  }

  private static void assertNear(JointGaussian.Answer expected, PointCloud found, double by) {
    assertArrayEquals(expected.mean(), found.mean(), by);
    for (int i = 0; i < JointGaussian.N; i++) {
      assertArrayEquals(expected.covariance()[i], found.covariance().toRows()[i], by);
    }
  }
}
