package undercurrent.model.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.series.LaserRadarTarget;
import undercurrent.series.Series;

/** A generated target whose true path is known. */
final class LaserRadarTest {
  private static final int STEPS = 500;

  /** About the spectral density of the acceleration of a target that turns at a speed of 5. */
  private static final double MOTION = 3;

  private static final Series TARGET = new LaserRadarTarget(STEPS).generate(4).series().getFirst();

  private static NonlinearModel model() {
    Gaussian prior = Gaussian.of(new double[] {10, 10, 0, 0}, Matrix.diagonal(30, 30, 25, 25));
    return KnownModels.laserRadar(prior).at(TARGET.times(), new double[STEPS][0], MOTION, 1);
  }

  private static double[][] observations() {
    return Arrays.stream(TARGET.values())
        .map(row -> Arrays.copyOfRange(row, 4, 9))
        .toArray(double[][]::new);
  }

  /** Root mean squared error of the position, from the fiftieth step on. */
  private static double error(IntFunction<double[]> estimate) {
    double square = 0;
    for (int t = 50; t < STEPS; t++) {
      double[] z = estimate.apply(t);
      for (int i = 0; i < 2; i++) {
        square += Math.pow(z[i] - TARGET.values()[t][i], 2) / (2 * (STEPS - 50));
      }
    }
    return Math.sqrt(square);
  }

  @Test
  void theFiltersKnowThePositionBetterThanTheLaser() {
    GaussianFiltering extended = GaussianFilter.EXTENDED.filter(model(), observations());
    GaussianFiltering unscented = GaussianFilter.UNSCENTED.filter(model(), observations());
    List<Gaussian> smoothed = extended.smoothed();
    double filtered = error(t -> extended.filtered().get(t).mean());
    // The laser alone has 0.15, and observes every other row only.
    assertTrue(filtered < 0.12, "filtered " + filtered);
    assertEquals(filtered, error(t -> unscented.filtered().get(t).mean()), 0.03 * filtered);
    assertTrue(error(t -> smoothed.get(t).mean()) < 0.75 * filtered);
  }

  @Test
  void errorsOfThePositionHaveTheVarianceThatTheFilterSays() {
    List<Gaussian> filtered = GaussianFilter.EXTENDED.filter(model(), observations()).filtered();
    double square = 0;
    for (int t = 50; t < STEPS; t++) {
      Gaussian state = filtered.get(t);
      for (int i = 0; i < 2; i++) {
        double off = state.mean(i) - TARGET.values()[t][i];
        square += off * off / state.variance(i) / (2 * (STEPS - 50));
      }
    }
    assertEquals(1, square, 0.3);
  }

  @Test
  void guidedParticlesDoAsWellAsTheExtendedFilter() {
    GaussianFiltering extended = GaussianFilter.EXTENDED.filter(model(), observations());
    double filtered = error(t -> extended.filtered().get(t).mean());
    List<PointCloud> particles =
        new ProposalFilter(300, Proposal.GUIDED)
            .filter(model(), observations(), Randomness.of(1)).steps().stream()
                .map(ParticleFiltering.Step::filtered)
                .toList();
    assertEquals(filtered, error(t -> particles.get(t).mean()), 0.1 * filtered);
  }
}
