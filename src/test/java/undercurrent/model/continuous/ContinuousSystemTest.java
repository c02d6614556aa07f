package undercurrent.model.continuous;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.math.Randomness;

/** Discretisation against printed numbers, closed forms, 120 digits and the moment equation. */
final class ContinuousSystemTest {
  /** The numbers of two independent programs for ω² = 4, c = 0.6, q = 0.3. */
  @ParameterizedTest
  @CsvSource({
    "0.1, .9804590751, .0964133816, -.3856535262, .9226110462,"
        + " 9.4865092e-5, .001394331021, .027901674227",
    "0.5, .5822839108, .3635901875, -1.4543607499, .3641297983,"
        + " .008259634347, .019829673663, .084654548074",
    "2, -.4376377559, -.201625053, .8065002119, -.3166627241,"
        + " .040366409166, .006097899297, .184278517801"
  })
  void theDampedOscillatorIsAsComputedElsewhere(
      double h,
      double f11,
      double f12,
      double f21,
      double f22,
      double q11,
      double q12,
      double q22) {
    Discretisation passage = Processes.dampedOscillator(2, 0.6, 0.3).over(h);
    double[][] f = {{f11, f12}, {f21, f22}};
    double[][] q = {{q11, q12}, {q12, q22}};
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(f[i], passage.f()[i], 1e-9);
      assertArrayEquals(q[i], passage.q()[i], 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-3, 0.2, 1, 7, 300, 1e6})
  void ornsteinUhlenbeckHasAClosedForm(double h) {
    Discretisation passage = Processes.ornsteinUhlenbeck(2.5, 1.7).over(h);
    double f = Math.exp(-h / 2.5);
    double q = -1.7 * Math.expm1(-2 * h / 2.5);
    // squaring doubles a rounding error each time: h / τ of them is what F itself is
    // ill-conditioned
    assertEquals(f, passage.f()[0][0], 1e-15 * (1 + h) * f);
    assertEquals(q, passage.q()[0][0], 2e-15 * q);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-3, 0.2, 1, 7, 1e5})
  void integratedNoiseHasAClosedForm(double h) {
    Discretisation velocity = Processes.constantVelocity(0.3).over(h);
    Discretisation acceleration = Processes.constantAcceleration(0.3).over(h);
    double[][] f = {{1, h, h * h / 2}, {0, 1, h}, {0, 0, 1}};
    double[] power = new double[6];
    for (int i = 1; i < 6; i++) power[i] = 0.3 * Math.pow(h, i);
    double[][] q = {
      {power[5] / 20, power[4] / 8, power[3] / 6},
      {power[4] / 8, power[3] / 3, power[2] / 2},
      {power[3] / 6, power[2] / 2, power[1]}
    };
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(f[i][j], acceleration.f()[i][j], 1e-13 * f[i][j]);
        assertEquals(q[i][j], acceleration.q()[i][j], 1e-13 * q[i][j]);
        if (i == 0 || j == 0) continue;
        assertEquals(f[i][j], velocity.f()[i - 1][j - 1], 1e-13 * f[i][j]);
        assertEquals(q[i][j], velocity.q()[i - 1][j - 1], 1e-13 * q[i][j]);
      }
    }
  }

  /** From a gap of a millionth to one of 30 lengthscales, in any unit of time. */
  @ParameterizedTest
  @CsvSource({"1e-6, 1", "1e-3, 1", "0.1, 1", "1, 1", "4, 1", "30, 1", "0.1, 1e-9", "1, 1e6"})
  void everyValueHasTheDigitsOfLongArithmetic(double lengthscales, double unit) {
    for (Kernel kernel : Kernel.values()) {
      agrees(kernel.system(unit, 1.3), lengthscales * unit, kernel.toString());
    }
    agrees(Processes.dampedOscillator(2 / unit, 0.6 / unit, 0.3), lengthscales * unit, "osc");
  }

  private static void agrees(ContinuousSystem system, double h, String what) {
    double[][][] exact = LongArithmetic.passage(system.drift(), system.spread(), h);
    Discretisation passage = system.over(h);
    int n = system.latentSize();
    double[][] p = system.stationaryCovariance();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        // beside the standard deviations of the two parts of the state
        double f = Math.sqrt(p[i][i] / p[j][j]);
        double q = Math.sqrt(exact[1][i][i] * exact[1][j][j]);
        String at = String.format(Locale.ROOT, "%s over %s, %d %d", what, h, i, j);
        assertEquals(exact[0][i][j], passage.f()[i][j], 1e-13 * f, at);
        assertEquals(exact[1][i][j], passage.q()[i][j], 1e-12 * q, at);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void integratingTheMomentEquationGivesTheSame(int seed) {
    Randomness random = Randomness.of(seed);
    int n = 1 + seed % 4;
    ContinuousSystem system =
        ContinuousSystem.of(
            matrix(n, n, random), matrix(n, 2, random), new double[][] {{1, .3}, {.3, .5}});
    double[][] root = matrix(n, n, random);
    double[][] p = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) p[i][j] += root[i][k] * root[j][k];
      }
    }
    StateMoments start = new StateMoments(matrix(1, n, random)[0], p);
    StateMoments jump = system.over(1.3).of(start);
    MomentEquation equation = new MomentEquation(system);
    same(jump, equation.after(1.3, 2000, start), 1e-10);
    // order 4: half the step, a sixteenth of the error
    double ratio =
        off(jump, equation.after(1.3, 20, start)) / off(jump, equation.after(1.3, 40, start));
    assertEquals(16, ratio, 4);
  }

  private static double off(StateMoments a, StateMoments b) {
    double off = 0;
    for (int i = 0; i < a.mean().length; i++) {
      for (int j = 0; j < a.mean().length; j++) {
        off = Math.max(off, Math.abs(a.covariance()[i][j] - b.covariance()[i][j]));
      }
    }
    return off;
  }

  private static void same(StateMoments a, StateMoments b, double tolerance) {
    double size = 1;
    for (double[] row : a.covariance()) for (double v : row) size = Math.max(size, Math.abs(v));
    assertArrayEquals(a.mean(), b.mean(), tolerance * size);
    for (int i = 0; i < a.mean().length; i++) {
      assertArrayEquals(a.covariance()[i], b.covariance()[i], tolerance * size);
    }
  }

  private static double[][] matrix(int rows, int columns, Randomness random) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) for (int j = 0; j < columns; j++) row[j] = random.normal();
    return matrix;
  }

  @Test
  void twoGapsAreOneOfBothTogether() {
    ContinuousSystem system = Kernel.MATERN_52.system(0.8, 1.3).and(Processes.constantVelocity(2));
    StateMoments start = new StateMoments(new double[] {1, -2, .5, 3, 4}, new double[5][5]);
    StateMoments whole = system.over(1.7).of(start);
    same(whole, system.over(1.3).of(system.over(0.4).of(start)), 1e-13);
    same(start, system.over(0).of(start), 0);
  }

  @Test
  void theStationaryCovarianceNeverChanges() {
    ContinuousSystem oscillator = Processes.dampedOscillator(2, 0.6, 0.3);
    // Var x = q / (2 c ω²), Var v = q / (2 c)
    assertArrayEquals(new double[] {.0625, 0}, oscillator.stationaryCovariance()[0], 1e-15);
    assertArrayEquals(new double[] {0, .25}, oscillator.stationaryCovariance()[1], 1e-15);
    for (double unit : new double[] {1e-6, 1, 1e5}) {
      double rate = Math.sqrt(5) / unit;
      ContinuousSystem smooth = Kernel.MATERN_52.system(unit, 1.3);
      double[][] p = smooth.stationaryCovariance();
      double[][] exact = {
        {1.3, 0, -1.3 * rate * rate / 3},
        {0, 1.3 * rate * rate / 3, 0},
        {-1.3 * rate * rate / 3, 0, 1.3 * Math.pow(rate, 4)}
      };
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          double size = Math.sqrt(exact[i][i] * exact[j][j]);
          assertEquals(exact[i][j], p[i][j], 1e-13 * size);
          assertEquals(exact[i][j], smooth.over(200 * unit).q()[i][j], 1e-12 * size);
        }
      }
    }
  }

  @Test
  void whatIsNotStationaryStartsDiffuse() {
    List<ContinuousSystem> moving =
        List.of(
            Processes.constantVelocity(1),
            Processes.constantAcceleration(1),
            Processes.dampedOscillator(2, 0, 1));
    for (ContinuousSystem system : moving) assertFalse(system.isStationary());
    assertTrue(Processes.dampedOscillator(2, 0.01, 1).isStationary());
    ContinuousSystem both = Processes.constantVelocity(1).and(Kernel.MATERN_12.system(1, 4));
    double[][] h = {{1, 0, 1}};
    assertEquals(
        2, both.at(RowTimes.of(0, 1, 5), h, new double[][] {{1}}).diffuseSize(), "of three");
  }
}
