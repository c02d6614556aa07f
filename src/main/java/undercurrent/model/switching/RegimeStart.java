package undercurrent.model.switching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;
import undercurrent.model.linear.Varying;

/**
 * Where the learning of regimes starts: the states that one linear system sees in the series are
 * cut into short windows, and windows that move alike are put together, as k-means does, from
 * several random deals; the best one counts.
 */
final class RegimeStart {
  private static final int WINDOW = 8;
  private static final int DEALS = 10;
  private static final int ROUNDS = 50;

  /** Probability that a regime stays for another step. */
  private static final double STAY = 0.95;

  private static final double FLOOR = 1e-6;
  private final LinearSystem one;
  private final int regimes;
  private final int n;
  private final List<Window> windows = new ArrayList<>();

  /** States and the states after them, [steps][n]. */
  private record Window(double[][] from, double[][] to) {}

  /** A way to move, N(A z + b, Σ). */
  private record Motion(Matrix a, double[] b, Covariance noise) {
    double logDensity(Window window) {
      double sum = 0;
      for (int t = 0; t < window.from.length; t++) {
        double[] gap = a.times(window.from[t]);
        for (int i = 0; i < gap.length; i++) gap[i] = window.to[t][i] - gap[i] - b[i];
        sum += noise.logDensity(gap);
      }
      return sum;
    }
  }

  private record Deal(int[] regime, List<Motion> motions, double logDensity) {}

  /**
   * @param one the linear system of all regimes together
   * @param states [T][n] of each series, as that system smoothed them
   */
  RegimeStart(LinearSystem one, List<double[][]> states, int regimes) {
    this.one = one;
    this.regimes = regimes;
    this.n = one.latentSize();
    for (double[][] z : states) {
      for (int from = 0; from + 1 < z.length; from += WINDOW) {
        int end = Math.min(from + WINDOW, z.length - 1);
        windows.add(
            new Window(Arrays.copyOfRange(z, from, end), Arrays.copyOfRange(z, from + 1, end + 1)));
      }
    }
    if (windows.size() < 2 * regimes) {
      throw new IllegalArgumentException(
          ModelWords.of(
              "regimeStart.tooFew",
              windows.stream().mapToInt(w -> w.from.length).sum(),
              regimes,
              2 * regimes * WINDOW));
    }
  }

  /** The model to begin with. */
  SwitchingModel model(Randomness randomness) {
    Deal best = null;
    for (int i = 0; i < DEALS; i++) {
      Deal deal = converged(randomness.at(i));
      if (best == null || deal.logDensity > best.logDensity) best = deal;
    }
    List<LinearSystem> systems = new ArrayList<>();
    for (Motion motion : java.util.Objects.requireNonNull(best).motions)
      systems.add(system(motion));
    double[] first = new double[regimes];
    Arrays.fill(first, 1.0 / regimes);
    double[][] transition = new double[regimes][regimes];
    for (int j = 0; j < regimes; j++) {
      Arrays.fill(transition[j], (1 - STAY) / Math.max(1, regimes - 1));
      transition[j][j] = regimes == 1 ? 1 : STAY;
    }
    return SwitchingModel.of(systems, first, transition);
  }

  private Deal converged(Randomness random) {
    int[] regime = new int[windows.size()];
    Arrays.setAll(regime, w -> random.below(regimes));
    Deal now = dealt(regime, List.of());
    for (int round = 0; round < ROUNDS; round++) {
      Deal next = dealt(nearest(now.motions), now.motions);
      if (Arrays.equals(next.regime, now.regime)) break;
      now = next;
    }
    return now;
  }

  private int[] nearest(List<Motion> motions) {
    int[] regime = new int[windows.size()];
    for (int w = 0; w < regime.length; w++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < regimes; k++) {
        double density = motions.get(k).logDensity(windows.get(w));
        if (density > best) {
          best = density;
          regime[w] = k;
        }
      }
    }
    return regime;
  }

  /** The motions that fit a deal best; one with too few windows stays as it was. */
  private Deal dealt(int[] regime, List<Motion> before) {
    List<ExpectedRegression> sums = new ArrayList<>();
    for (int k = 0; k < regimes; k++) sums.add(new ExpectedRegression(n, n));
    Matrix nothing = Matrix.of(n, n, new double[n * n]);
    for (int w = 0; w < regime.length; w++) {
      Window window = windows.get(w);
      for (int t = 0; t < window.from.length; t++) {
        sums.get(regime[w]).add(1, window.to[t], Gaussian.of(window.from[t], nothing));
      }
    }
    List<Motion> motions = new ArrayList<>();
    for (int k = 0; k < regimes; k++) {
      boolean few = sums.get(k).weight() < 2 * (n + 1);
      motions.add(few ? kept(k, before) : motion(sums.get(k)));
    }
    double total = 0;
    for (int w = 0; w < regime.length; w++) {
      total += motions.get(regime[w]).logDensity(windows.get(w));
    }
    return new Deal(regime, motions, total);
  }

  private Motion kept(int k, List<Motion> before) {
    if (!before.isEmpty()) return before.get(k);
    return new Motion(
        matrix(SystemPart.TRANSITION), one.part(SystemPart.TRANSITION_OFFSET).at(0), covariance());
  }

  private Motion motion(ExpectedRegression sums) {
    ExpectedRegression.Fitted fitted = sums.fitted(FLOOR);
    return new Motion(
        Matrix.of(fitted.a()), fitted.b(), Covariance.of("Q", Matrix.of(fitted.noise())));
  }

  private Covariance covariance() {
    return Covariance.of(
        "Q", matrix(SystemPart.TRANSITION_NOISE).plus(Matrix.identity(n).times(FLOOR)));
  }

  private Matrix matrix(SystemPart part) {
    Varying varying = one.part(part);
    return Matrix.of(varying.rows(), varying.columns(), varying.at(0));
  }

  /** Smoothed states move less than true ones: what the one system calls noise is added. */
  private LinearSystem system(Motion motion) {
    Matrix noise = motion.noise.matrix().plus(matrix(SystemPart.TRANSITION_NOISE));
    return one.with(SystemPart.TRANSITION, motion.a.toRows())
        .with(SystemPart.TRANSITION_OFFSET, Varying.constant(n, 1, motion.b))
        .with(SystemPart.TRANSITION_NOISE, noise.toRows());
  }
}
