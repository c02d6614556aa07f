package undercurrent.model.nonlinear;

import static java.lang.Double.NaN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Gaussian;

/** A recorded target with the truth known; skipped where the recording is not at hand. */
final class LaserRadarTest {
  private static final Path FILE = Path.of("../shared/data/local/laser_radar_fusion.csv");
  private static final List<double[]> SEEN = new ArrayList<>();
  private static final List<double[]> TRUTH = new ArrayList<>();
  private static final List<Double> SECONDS = new ArrayList<>();

  /** sensor, px_meas, py_meas, rho, phi, rho_dot, x, y, vx, vy, yaw, yaw rate, t. */
  @BeforeAll
  static void read() throws IOException {
    Assumptions.assumeTrue(Files.exists(FILE));
    for (String line : Files.readAllLines(FILE).stream().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      SEEN.add(numbers(cells, 1, 6));
      TRUTH.add(numbers(cells, 6, 10));
      SECONDS.add(Double.parseDouble(cells[12]));
    }
  }

  private static double[] numbers(String[] cells, int from, int to) {
    return Arrays.stream(cells, from, to).mapToDouble(LaserRadarTest::number).toArray();
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private static LaserRadar model(Motion motion) {
    double[] first = SEEN.getFirst();
    double[] seconds = SECONDS.stream().mapToDouble(s -> s).toArray();
    return new LaserRadar(motion, seconds, motion.startingAt(first[0], first[1]));
  }

  /** The first row only makes the prior. */
  private static double[][] observations() {
    double[][] x = SEEN.toArray(double[][]::new);
    x[0] = new double[] {NaN, NaN, NaN, NaN, NaN};
    return x;
  }

  private static double[] error(Motion motion, List<Gaussian> states) {
    double[] error = new double[4];
    for (int t = 0; t < states.size(); t++) {
      double[] p = motion.inPlane(states.get(t).mean());
      for (int i = 0; i < 4; i++) {
        error[i] += Math.pow(p[i] - TRUTH.get(t)[i], 2) / states.size();
      }
    }
    return Arrays.stream(error).map(Math::sqrt).toArray();
  }

  @Test
  void theExtendedFilterHasTheKnownErrors() {
    Motion motion = new ConstantVelocity(9);
    GaussianFiltering found = GaussianFilter.EXTENDED.filter(model(motion), observations());
    double[] error = error(motion, found.filtered());
    assertArrayEquals(new double[] {0.0972, 0.0854, 0.4509, 0.4396}, error, 5e-5);
    double[] smoothed = error(motion, found.smoothed());
    for (int i = 0; i < 4; i++) assertTrue(smoothed[i] < 0.7 * error[i]);
  }

  @Test
  void aMotionThatTurnsExplainsTheTargetBetter() {
    Motion turning = new ConstantTurn(9, 0.3);
    GaussianFiltering turn = GaussianFilter.EXTENDED.filter(model(turning), observations());
    GaussianFiltering straight =
        GaussianFilter.EXTENDED.filter(model(new ConstantVelocity(9)), observations());
    assertTrue(turn.logLikelihood() > straight.logLikelihood() + 50);
    double[] turnError = error(turning, turn.filtered());
    double[] straightError = error(new ConstantVelocity(9), straight.filtered());
    for (int i = 0; i < 4; i++) assertTrue(turnError[i] < straightError[i]);
  }

  @Test
  void guidedParticlesFollowTheTargetThoughQIsSingular() {
    Motion motion = new ConstantVelocity(9);
    ParticleFiltering found =
        new ProposalFilter(500, Proposal.GUIDED)
            .filter(model(motion), observations(), Randomness.of(1));
    double[] error = new double[2];
    for (int t = 0; t < TRUTH.size(); t++) {
      double[] p = found.steps().get(t).filtered().mean();
      for (int i = 0; i < 2; i++) error[i] += Math.pow(p[i] - TRUTH.get(t)[i], 2) / TRUTH.size();
    }
    for (double e : error) assertTrue(Math.sqrt(e) < 0.12, "error " + Math.sqrt(e));
  }
}
