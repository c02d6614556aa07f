package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.Randomness;

/** EM and maximum likelihood against published iterates, each other, and finite differences. */
final class LearningTest {
  private static final Set<SystemPart> NOISES =
      EnumSet.of(SystemPart.TRANSITION_NOISE, SystemPart.EMISSION_NOISE);

  @Test
  void theIteratesOfEmOnTheNile() {
    ExpectationMaximisation em =
        new ExpectationMaximisation(
            Golden.localLevel(1e4, 1e4).startingApproximatelyDiffuse(1e7),
            List.of(Golden.nile()),
            NOISES,
            Set.of(),
            0);
    String table =
        """
        0    10000       10000        -645.80575028
        1    8767.218014 9752.267428  -645.07541521
        2    7913.214739 9809.058426  -644.61599572
        10   4718.385383 11722.177488 -642.82842429
        100  1584.056395 14924.409828 -641.58941712
        1000 1468.500313 15099.685891 -641.58557835
        """;
    for (String line : table.lines().toList()) {
      String[] cells = line.split(" +");
      while (em.curve().size() <= Integer.parseInt(cells[0])) em.step();
      assertEquals(Double.parseDouble(cells[1]), q(em), 1e-6);
      assertEquals(Double.parseDouble(cells[2]), r(em), 1e-6);
      assertEquals(
          Double.parseDouble(cells[3]), em.curve().getLast().logLikelihood().value(), 1e-8);
    }
  }

  private static double q(Learner learner) {
    return learner.system(0).part(SystemPart.TRANSITION_NOISE).at(0)[0];
  }

  private static double r(Learner learner) {
    return learner.system(0).part(SystemPart.EMISSION_NOISE).at(0)[0];
  }

  @Test
  void maximumLikelihoodOnTheNileIsThatOfDurbinAndKoopman() {
    FreeParts family =
        new FreeParts(Golden.localLevel(1e4, 1e4).startingDiffuse(), NOISES, Set.of());
    MaximumLikelihood search =
        new MaximumLikelihood(
            family,
            List.of(Golden.nile()),
            MaximumLikelihood.starts(family.start(), 3, 2, Randomness.of(1)));
    while (search.status() == Learner.Status.READY) search.step();
    assertEquals(-632.5456, search.logLikelihood().value(), 1e-4);
    assertEquals(1469.1, q(search), .5);
    assertEquals(15098.5, r(search), .5);
    List<Parameter> parameters = search.parameters();
    assertEquals("Q", parameters.get(0).name());
    // the curvature of log L in (Q, R) themselves, by differences of the log-likelihood
    double[][] h = new double[2][2];
    double[] at = {q(search), r(search)};
    double[] step = {10, 60};
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        for (int a = -1; a <= 1; a += 2) {
          for (int b = -1; b <= 1; b += 2) {
            double[] moved = at.clone();
            moved[i] += a * step[i];
            moved[j] += b * step[j];
            LinearSystem level = Golden.localLevel(moved[0], moved[1]).startingDiffuse();
            h[i][j] -=
                a
                    * b
                    * KalmanFilter.logLikelihood(level, Golden.nile()).value()
                    / (4 * step[i] * step[j]);
          }
        }
      }
    }
    double determinant = h[0][0] * h[1][1] - h[0][1] * h[1][0];
    assertEquals(Math.sqrt(h[1][1] / determinant), parameters.get(0).standardError(), 5);
    assertEquals(Math.sqrt(h[0][0] / determinant), parameters.get(1).standardError(), 5);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0.3", "3, 0.3"})
  void emNeverFallsAndEndsWhereTheGradientIsZero(int seed, double missing) {
    Randomness random = Randomness.of(300 + seed);
    double[][] eye = {{1, 0}, {0, 1}};
    LinearSystem truth =
        LinearSystem.of(
                new double[][] {{.8, .3}, {-.2, .5}},
                eye,
                new double[][] {{1, .5}, {-.4, 1}},
                new double[][] {{.6, .2}, {.2, .9}})
            .withInputs(
                Varying.constant(RandomSystems.matrix(2, 1, 1, random)),
                Varying.constant(RandomSystems.matrix(2, 1, 1, random)))
            .startingAt(new double[2], eye);
    List<Observations> series =
        List.of(
            draw(truth, 60, missing, random.at(1)),
            draw(truth, 81, missing, random.at(2)),
            draw(truth, 50, missing, random.at(3)));
    // H would only name the state, and P1 of three series shrinks to nothing
    Set<SystemPart> free =
        EnumSet.complementOf(EnumSet.of(SystemPart.EMISSION, SystemPart.INITIAL_COVARIANCE));
    ExpectationMaximisation em = new ExpectationMaximisation(truth, series, free, Set.of(), 0);
    for (int i = 0; i < 1500; i++) em.step();
    for (int i = 1; i < em.curve().size(); i++) {
      double gained =
          em.curve().get(i).logLikelihood().value() - em.curve().get(i - 1).logLikelihood().value();
      assertTrue(gained > -1e-9, "iteration " + i + " lost " + gained);
    }
    FreeParts family = new FreeParts(em.system(0), free, Set.of());
    double[] gradient = new double[family.size()];
    double first = new Likelihood(family, series).at(family.start(), gradient).value();
    assertEquals(em.curve().getLast().logLikelihood().value(), first, 1e-8);
    MaximumLikelihood search = new MaximumLikelihood(family, series, family.start());
    while (search.status() == Learner.Status.READY) search.step();
    assertTrue(search.logLikelihood().value() >= first);
    assertTrue(
        search.logLikelihood().value() - first < 0.1, () -> search.logLikelihood() + " " + first);
  }

  private static Observations draw(
      LinearSystem truth, int steps, double missing, Randomness random) {
    Observations like = RandomSystems.seen(steps, 2, 1, missing, random);
    return Simulation.of(truth, like, random).observations();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theGradientInThetaIsThatOfCentralDifferences(boolean diffuse) {
    Randomness random = Randomness.of(11);
    LinearSystem system = RandomSystems.constant(3, 2, 3, random);
    if (diffuse) system = system.startingDiffuse();
    List<Observations> series =
        List.of(RandomSystems.seen(9, 2, 0, 0.2, random), RandomSystems.seen(5, 2, 0, 0.2, random));
    EnumSet<SystemPart> free = EnumSet.of(SystemPart.TRANSITION, SystemPart.TRANSITION_OFFSET);
    free.addAll(
        EnumSet.of(SystemPart.TRANSITION_NOISE, SystemPart.EMISSION, SystemPart.EMISSION_NOISE));
    FreeParts family = new FreeParts(system, free, EnumSet.of(SystemPart.EMISSION_NOISE));
    Likelihood likelihood = new Likelihood(family, series);
    double[] theta = family.start();
    double[] gradient = new double[theta.length];
    likelihood.at(theta, gradient);
    double[] unused = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      double[] high = theta.clone();
      double[] low = theta.clone();
      high[i] += 1e-5;
      low[i] -= 1e-5;
      double slope =
          (likelihood.at(high, unused).value() - likelihood.at(low, unused).value()) / 2e-5;
      assertEquals(slope, gradient[i], 1e-6 * Math.max(1, Math.abs(slope)), family.names().get(i));
    }
  }
}
