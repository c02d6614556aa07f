package undercurrent.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.Progress;

/** Numbers that others have published or computed with other programs. */
final class GoldenNumbersTest {
  private static final double[][] FIRST = {
    {1, 0, 0.1, 0}, {0, 1, 0, 0.1}, {0, 0, 1, 0}, {0, 0, 0, 1}
  };

  @Test
  void theNileHasFiveLogLikelihoodsAndEachSaysWhichItIs() {
    LinearSystem level = Golden.nileLevel();
    Observations nile = Golden.nile();
    FilterResult exact = KalmanFilter.filter(level.startingDiffuse(), nile);
    assertEquals(-632.5456251157, exact.logLikelihood().value(), 1e-8);
    assertEquals(99, exact.logLikelihood().count());
    assertEquals(-633.4645636489, exact.logLikelihoodWithAllConstants().value(), 1e-8);
    assertEquals(
        -641.5855784594,
        KalmanFilter.logLikelihood(level.startingApproximatelyDiffuse(1e7), nile).value(),
        1e-8);
    assertEquals(
        -640.9897527013,
        KalmanFilter.logLikelihood(level.startingApproximatelyDiffuse(1e6), nile).value(),
        1e-8);
    assertEquals(
        -639.3007238142,
        KalmanFilter.logLikelihood(
                level.startingAt(new double[] {1000}, new double[][] {{1e5}}), nile)
            .value(),
        1e-8);
    assertEquals("-632.5456 (exactly diffuse start)", exact.logLikelihood().toString());
  }

  @ParameterizedTest
  @CsvSource({"nile_exact_diffuse_golden, -632.5456251157", "nile_missing_golden, -380.5870627753"})
  void everyYearOfTheNileIsAsComputedElsewhere(String name, double logLikelihood) {
    double[][] table = Golden.table("/golden/" + name + ".csv");
    Observations seen = Observations.ofChannel(Golden.column(table, 1));
    SmootherResult result = KalmanSmoother.smooth(Golden.nileLevel().startingDiffuse(), seen);
    assertEquals(logLikelihood, result.filter().logLikelihood().value(), 1e-8);
    for (int t = 0; t < table.length; t++) {
      // The table has ten digits, and no more than six decimals.
      assertEquals(table[t][2], result.filter().filtered().mean(t, 0), 6e-7, "year " + table[t][0]);
      assertEquals(table[t][3], result.filter().filtered().variance(t, 0), digits(table[t][3]));
      assertEquals(table[t][4], result.smoothed().mean(t, 0), 6e-7);
      assertEquals(table[t][5], result.smoothed().variance(t, 0), digits(table[t][5]));
    }
  }

  private static double digits(double value) {
    return Math.max(6e-7, 6e-10 * value);
  }

  @Test
  void theNilesLastStateAndSteadyState() {
    FilterResult exact = KalmanFilter.filter(Golden.nileLevel().startingDiffuse(), Golden.nile());
    assertEquals(798.37029261, exact.filtered().mean(99, 0), 1e-8);
    assertEquals(4032.15794181, exact.filtered().variance(99, 0), 1e-7);
    assertEquals(5501.257942, exact.predicted().variance(99, 0), 1e-6);
    assertEquals(0.267048013, exact.trace.gain[99], 1e-9);
  }

  /** The constant-velocity test of pytorch-lgssm, whose oracle is pykalman. */
  @Test
  void constantVelocityTrack() {
    double[][] q = new double[4][4];
    for (int i = 0; i < 4; i++) q[i][i] = 1e-8;
    double[][] h = {{1, 0, 0, 0}, {0, 1, 0, 0}};
    double[][] r = {{0.01, 0}, {0, 0.01}};
    double[][] p1 = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    LinearSystem system = LinearSystem.of(FIRST, q, h, r).startingAt(new double[4], p1);
    Observations seen = Observations.of(Golden.table("/golden/lgssm_test_x.csv"));
    FilterResult filter = KalmanFilter.filter(system, seen);
    assertEquals(34.7562, filter.logLikelihood().value(), 5e-5);
    assertEquals(23.547442, KalmanFilter.logLikelihood(system, seen.without(10, 15)).value(), 1e-6);
    double[][] golden = Golden.table("/golden/lgssm_test_filtered.csv");
    for (int t = 0; t < golden.length; t++) {
      for (int i = 0; i < 4; i++) {
        assertEquals(golden[t][i], filter.filtered().mean(t, i), 1e-8);
        assertEquals(golden[t][4 + i], filter.filtered().variance(t, i), 1e-10);
      }
      assertEquals(golden[t][8], filter.logLikelihoods()[t], 1e-9);
    }
    assertArrayEquals(
        new double[] {-5.261454, 1.457428, -2.192981, .559516},
        filter.filtered().means()[31],
        1e-6);
  }

  /** The damped spring of morim3/DeepKalmanFilter: A10 of its experiment. */
  @Test
  void springSeenWithNoise() {
    double[][] eye = {{1, 0}, {0, 1}};
    LinearSystem spring =
        LinearSystem.of(
                new double[][] {{1, .1}, {-.001, .999}},
                new double[][] {{1e-4, 0}, {0, 1e-4}},
                eye,
                new double[][] {{.1, 0}, {0, .1}})
            .startingAt(new double[2], eye);
    Moments filtered = KalmanFilter.filter(spring, Observations.of(new double[2000][2])).filtered();
    assertEquals(.30151134, filtered.standardDeviation(0, 0), 1e-8);
    assertEquals(.21858453, filtered.standardDeviation(1, 0), 1e-8);
    assertEquals(.18071951, filtered.standardDeviation(2, 0), 1e-8);
    assertEquals(.08200822, filtered.standardDeviation(1999, 0), 1e-8);
  }

  /** Level, slope and two rotations a year on weekly CO₂ with 59 gaps. */
  @Test
  void carbonDioxideWithGaps() {
    double[][] f = new double[6][6];
    f[0][0] = f[0][1] = f[1][1] = 1;
    for (int k = 1; k <= 2; k++) {
      double angle = k * 2 * Math.PI * 7 / 365.25;
      f[2 * k][2 * k] = f[2 * k + 1][2 * k + 1] = Math.cos(angle);
      f[2 * k][2 * k + 1] = Math.sin(angle);
      f[2 * k + 1][2 * k] = -Math.sin(angle);
    }
    LinearSystem system =
        LinearSystem.of(
                f,
                diagonal(.01, 1e-7, 1e-4, 1e-4, 1e-4, 1e-4),
                new double[][] {{1, 0, 1, 0, 1, 0}},
                new double[][] {{.08}})
            .startingAt(new double[] {316, .015, 0, 0, 0, 0}, diagonal(100, .01, 25, 25, 25, 25));
    Observations seen =
        Observations.ofChannel(Golden.lastColumn("/samples/04_co2_weekly_gaps.csv"));
    FilterResult filter = KalmanFilter.filter(system, seen);
    assertEquals(-1019.8052328172, filter.logLikelihood().value(), 1e-9);
    assertEquals(371.76953225, filter.filtered().mean(seen.steps() - 1, 0), 6e-9);
    FilterResult root = KalmanFilter.filter(system, seen, FilterForm.SQUARE_ROOT, Progress.NONE);
    assertEquals(-1019.8052328172, root.logLikelihood().value(), 1e-9);
  }

  private static double[][] diagonal(double... values) {
    double[][] matrix = new double[values.length][values.length];
    for (int i = 0; i < values.length; i++) matrix[i][i] = values[i];
    return matrix;
  }

  /** statsmodels' default, P1 = 1e6 and the first term left out, at its own maximum. */
  @Test
  void theMaximumWithTheFirstStepLeftOut() {
    Observations nile = Golden.nile();
    QuasiNewton search =
        new QuasiNewton(
            (theta, gradient) -> {
              for (int i = 0; i < 2; i++) {
                double[] moved = theta.clone();
                moved[i] += 1e-4;
                double above = burnt(moved, nile);
                moved[i] -= 2e-4;
                gradient[i] = (above - burnt(moved, nile)) / 2e-4;
              }
              return burnt(theta, nile);
            },
            new double[] {7, 9},
            1e-9);
    while (!search.isConverged()) search.step();
    // its optimiser stopped 1e-5 below the maximum
    assertEquals(-632.5376950, -search.value(), 2e-5);
    assertEquals(1484.8, Math.exp(search.x()[0]), 30);
    assertEquals(15067.6, Math.exp(search.x()[1]), 60);
  }

  private static double burnt(double[] theta, Observations nile) {
    LinearSystem level = Golden.localLevel(Math.exp(theta[0]), Math.exp(theta[1]));
    return -KalmanFilter.filter(level.startingApproximatelyDiffuse(1e6), nile)
        .logLikelihoodAfter(1)
        .value();
  }
}
