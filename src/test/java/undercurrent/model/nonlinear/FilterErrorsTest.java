package undercurrent.model.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;

/** What does not fit is said in one sentence with the step and the matrix. */
final class FilterErrorsTest {
  private static void assertSays(String sentence, Executable work) {
    String found = String.valueOf(assertThrows(IllegalArgumentException.class, work).getMessage());
    assertTrue(found.startsWith(sentence), found);
  }

  @Test
  void aRowOfAnotherSizeIsNamed() {
    double[][] x = {{1, 2}, {1, 2, 3}};
    assertSays(
        "At step 2: An observation has 3 values and the model emits 2;",
        () -> GaussianFilter.EXTENDED.filter(LinearExample.MODEL, x));
  }

  @Test
  void aNegativeVarianceIsNamed() {
    NonlinearModel wrong =
        NonlinearModel.of(
            Gaussian.of(new double[1], Matrix.identity(1)),
            ConditionalGaussian.linear(
                Matrix.identity(1), new double[1], Covariance.diagonal("Q", 1)),
            ConditionalGaussian.linear(
                Matrix.identity(1), new double[1], Covariance.diagonal("R", -3)));
    assertSays(
        "At step 1: S is not a covariance: its pivot 1 is -2",
        () -> GaussianFilter.UNSCENTED.filter(wrong, new double[][] {{1}}));
    assertSays(
        "At step 1: R is not a covariance: its pivot 1 is -3",
        () ->
            new ProposalFilter(2, Proposal.BOOTSTRAP)
                .filter(wrong, new double[][] {{1}}, Randomness.of(1)));
  }

  @Test
  void backwardSimulationNeedsNoiseInEveryDirection() {
    // position and velocity, pushed by an acceleration that is constant within a step
    Matrix push = Matrix.of(2, 1, 0.5, 1);
    NonlinearModel model =
        NonlinearModel.of(
            Gaussian.of(new double[2], Matrix.diagonal(1, 1)),
            ConditionalGaussian.linear(
                Matrix.of(2, 2, 1, 1, 0, 1),
                new double[2],
                Covariance.of("Q", push.timesTransposed(push))),
            ConditionalGaussian.linear(
                Matrix.of(1, 2, 1, 0), new double[1], Covariance.diagonal("R", 0.1)));
    double[][] laser = {{0}, {1}, {2}};
    ParticleFiltering found =
        new ProposalFilter(10, Proposal.GUIDED).filter(model, laser, Randomness.of(1));
    assertSays(
        "At step 3: Q is singular, and this method needs noise in every direction",
        () -> found.smoothed(5, Randomness.of(1)));
  }

  @Test
  void nothingSeenLeavesThePrior() {
    double[][] nothing = {{}, {Double.NaN, Double.NaN}};
    GaussianFiltering found = GaussianFilter.CUBATURE.filter(LinearExample.MODEL, nothing);
    assertEquals(0, found.logLikelihood());
    assertEquals(LinearExample.MODEL.prior().mean(0), found.smoothed().getFirst().mean(0), 1e-12);
    ParticleFiltering particles =
        new ProposalFilter(10, Proposal.GUIDED)
            .filter(LinearExample.MODEL, nothing, Randomness.of(1));
    assertEquals(0, particles.logLikelihood(), 1e-12);
  }
}
