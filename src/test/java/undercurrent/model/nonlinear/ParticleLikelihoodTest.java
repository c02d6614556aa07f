package undercurrent.model.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.series.Sample;
import undercurrent.series.Samples;

/** The level of the Nile with σ²ε = 15099, σ²η = 1469.1 from N(1000, 1e5), where all is known. */
final class ParticleLikelihoodTest {
  private static final double EXACT = -639.3007238142;

  private static final NonlinearModel LEVEL =
      NonlinearModel.of(
          Gaussian.of(new double[] {1000}, Matrix.diagonal(1e5)),
          ConditionalGaussian.linear(
              Matrix.identity(1), new double[1], Covariance.diagonal("Q", 1469.1)),
          ConditionalGaussian.linear(
              Matrix.identity(1), new double[1], Covariance.diagonal("R", 15099)));

  private static double[][] nile() {
    Sample sample = Samples.find("nile").orElseThrow();
    return sample.open().series().getFirst().values();
  }

  @Test
  void gaussianFiltersGiveTheExactValue() {
    assertEquals(EXACT, GaussianFilter.EXTENDED.filter(LEVEL, nile()).logLikelihood(), 1e-9);
    assertEquals(EXACT, GaussianFilter.UNSCENTED.filter(LEVEL, nile()).logLikelihood(), 1e-9);
    assertEquals(EXACT, GaussianFilter.CUBATURE.filter(LEVEL, nile()).logLikelihood(), 1e-9);
  }

  /**
   * Means and standard deviations of log p̂ of another implementation, which are themselves noisy.
   */
  @ParameterizedTest
  @CsvSource({
    "16, 200, -642.15, 2.81",
    "64, 100, -640.11, 1.27",
    "256, 60, -639.40, 0.64",
    "1024, 20, -639.36, 0.31",
    "4096, 10, -639.303, 0.14"
  })
  void theBootstrapFilterHasTheKnownSpread(int particles, int runs, double mean, double sd) {
    double[][] x = nile();
    double[] found =
        IntStream.range(0, runs)
            .mapToDouble(
                seed ->
                    new ProposalFilter(particles, Proposal.BOOTSTRAP)
                        .filter(LEVEL, x, Randomness.of(seed))
                        .logLikelihood())
            .toArray();
    double average = mean(found);
    double square = 0;
    for (double value : found) square += (value - average) * (value - average) / (runs - 1);
    assertEquals(mean, average, 3 * sd / Math.sqrt(runs));
    assertEquals(sd, Math.sqrt(square), 3 * sd / Math.sqrt(2.0 * runs));
    // p̂ is right on average
    double[] ratios =
        IntStream.range(0, runs).mapToDouble(i -> Math.exp(found[i] - EXACT)).toArray();
    double ratio = mean(ratios);
    double spread = 0;
    for (double value : ratios) spread += (value - ratio) * (value - ratio) / (runs - 1);
    assertEquals(1, ratio, 3 * Math.sqrt(spread / runs));
    // so where log p̂ is about normal, it is low by half its variance
    double error = Math.sqrt(square / runs + square * square / (2 * runs));
    if (sd < 2) assertEquals(EXACT - square / 2, average, 3 * error);
  }

  @Test
  void guidedParticlesWasteLess() {
    double[][] x = nile();
    double blind = 0;
    double guided = 0;
    for (int seed = 0; seed < 10; seed++) {
      blind += mean(run(Proposal.BOOTSTRAP, x, seed).effectiveSizes());
      guided += mean(run(Proposal.GUIDED, x, seed).effectiveSizes());
    }
    assertTrue(guided > 1.02 * blind, guided + " against " + blind);
  }

  @Test
  void resamplingLeavesFewAncestorsOfThePast() {
    ParticleFiltering found = run(Proposal.BOOTSTRAP, nile(), 1);
    int[] survivors = found.survivors();
    assertTrue(survivors[0] <= 5, survivors[0] + " of 100 first particles have descendants");
    assertEquals(100, survivors[99]);
    for (int t = 1; t < 100; t++) assertTrue(survivors[t - 1] <= survivors[t]);
    for (double size : found.effectiveSizes()) assertTrue(size >= 1 && size <= 100 + 1e-9);
  }

  @Test
  void whatComesLaterDoesNotMoveAFilteredMean() {
    double[][] x = nile();
    double[] before = run(Proposal.GUIDED, x, 2).steps().get(49).filtered().mean();
    x[50][0] += 500;
    assertEquals(before[0], run(Proposal.GUIDED, x, 2).steps().get(49).filtered().mean()[0]);
  }

  private static ParticleFiltering run(Proposal proposal, double[][] x, int seed) {
    return new ProposalFilter(100, proposal).filter(LEVEL, x, Randomness.of(seed));
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }
}
