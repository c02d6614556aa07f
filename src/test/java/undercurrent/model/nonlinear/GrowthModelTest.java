package undercurrent.model.nonlinear;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

/** Where the filtered density has two peaks, one Gaussian does not do. */
final class GrowthModelTest {
  @Test
  void particlesBeatEveryGaussianFilter() {
    NonlinearModel model = ExampleModels.growth();
    double[] error = new double[4];
    for (int seed = 0; seed < 6; seed++) {
      SimulatedSeries made = SimulatedSeries.of(model, 100, Randomness.of(seed).named("growth"));
      double[][] x = made.observations();
      GaussianFiltering extended = GaussianFilter.EXTENDED.filter(model, x);
      GaussianFiltering unscented = GaussianFilter.UNSCENTED.filter(model, x);
      ParticleFiltering particles =
          new ProposalFilter(300, Proposal.BOOTSTRAP).filter(model, x, Randomness.of(seed));
      var drawn = particles.smoothed(50, Randomness.of(seed));
      for (int t = 0; t < 100; t++) {
        double z = made.states()[t][0];
        error[0] += Math.pow(extended.filtered().get(t).mean(0) - z, 2);
        error[1] += Math.pow(unscented.filtered().get(t).mean(0) - z, 2);
        error[2] += Math.pow(particles.steps().get(t).filtered().mean()[0] - z, 2);
        error[3] += Math.pow(drawn.get(t).mean()[0] - z, 2);
      }
      assertTrue(particles.logLikelihood() > unscented.logLikelihood());
    }
    assertTrue(error[2] < 0.8 * error[1], error[2] + " and " + error[1]);
    assertTrue(error[1] < error[0], error[1] + " and " + error[0]);
    assertTrue(error[3] < error[2], error[3] + " and " + error[2]);
  }
}
