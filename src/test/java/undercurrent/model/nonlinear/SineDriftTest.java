package undercurrent.model.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

/** Krishnan's nonlinear synthetic data, T = 25: 2.482 ± 0.008 nats a step, filter RMSE 2.81. */
final class SineDriftTest {
  private static final NonlinearModel MODEL = ExampleModels.sineDrift();
  private static final int STEPS = 25;

  private static SimulatedSeries series(int seed) {
    return SimulatedSeries.of(MODEL, STEPS, Randomness.of(seed).named("sine drift"));
  }

  @Test
  void theExactFilterReachesTheKnownLikelihoodAndError() {
    GridFilter exact = new GridFilter(MODEL, -50, 50, 201);
    int count = 2_000;
    double nats = 0;
    double square = 0;
    for (int seed = 0; seed < count; seed++) {
      SimulatedSeries made = series(seed);
      GridFilter.Answer answer = exact.filter(made.observations());
      nats -= answer.logLikelihood() / (count * STEPS);
      for (int t = 0; t < STEPS; t++) {
        square += Math.pow(answer.means()[t] - made.states()[t][0], 2) / (count * STEPS);
      }
    }
    // The standard error of the mean over 2,000 series is 0.003.
    assertEquals(2.482, nats, 0.01);
    assertEquals(2.81, Math.sqrt(square), 0.04);
  }

  @Test
  void particlesAgreeWithTheGridOnEverySeries() {
    GridFilter exact = new GridFilter(MODEL, -60, 60, 481);
    for (int seed = 0; seed < 2; seed++) {
      double[][] x = series(seed).observations();
      GridFilter.Answer answer = exact.filter(x);
      for (Proposal proposal : new Proposal[] {Proposal.BOOTSTRAP, Proposal.GUIDED}) {
        ParticleFiltering found =
            new ProposalFilter(10_000, proposal).filter(MODEL, x, Randomness.of(seed));
        assertEquals(answer.logLikelihood(), found.logLikelihood(), 0.25);
        for (int t = 0; t < STEPS; t++) {
          // filtered sd about 2.9 and 3,000 independent particles: four errors are 0.21
          assertEquals(answer.means()[t], found.steps().get(t).filtered().mean()[0], 0.25);
        }
      }
    }
  }

  @Test
  void halvingTheSpacingOfTheGridChangesNothing() {
    double[][] x = series(1).observations();
    assertEquals(
        new GridFilter(MODEL, -60, 60, 481).filter(x).logLikelihood(),
        new GridFilter(MODEL, -60, 60, 241).filter(x).logLikelihood(),
        1e-6);
  }
}
