package undercurrent.model.linear;

import java.util.Arrays;

/**
 * A start P1 + κ A A' with a large number κ in place of κ → ∞. The exactly diffuse filter takes as
 * many values as there are directions in A and then holds a proper covariance. Where those few
 * steps fix a direction only to millions of times its later error, as ten weeks fix the waves of a
 * year, that covariance has no correct digit left for what is small. With a large κ a direction is
 * fixed by as many steps as it takes. Means and covariances differ from the exact ones by O(1/κ),
 * and so does the log-likelihood, once κ is taken out of it.
 */
final class NearlyDiffuse {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** κ, in units of the largest square of what the directions have to explain. */
  private static final double LARGE = 1e10;

  /** A variance that is more than this of κ depends on κ: it stands for one that is infinite. */
  private static final double INFINITE = 1e-9;

  private final double[][] known;
  private final double[][] directions;
  private final LinearSystem system;
  private final int fixed;
  private final double correction;
  private final double[] infinite;

  /** Of a system with an exactly diffuse start. */
  NearlyDiffuse(LinearSystem exact, Observations seen) {
    fixed = new FilterPass(exact, seen).fixedDirections();
    int n = exact.latentSize();
    double[][] a = exact.diffuseDirections();
    double error = new FilterPass(exact, seen).largestError();
    double square = error > 0 ? error : 1;
    double[] kappa = kappa(effects(exact, seen), square);
    double[] start = exact.part(SystemPart.INITIAL_COVARIANCE).at(0);
    double[][] covariance = new double[n][n];
    known = new double[n][];
    directions = new double[n][kappa.length];
    infinite = new double[n];
    for (int i = 0; i < n; i++) {
      known[i] = Arrays.copyOfRange(start, i * n, (i + 1) * n);
      for (int c = 0; c < kappa.length; c++) {
        directions[i][c] = a[i][c] * Math.sqrt(kappa[c] / LARGE);
        infinite[i] = Math.max(infinite[i], INFINITE * kappa[c] * a[i][c] * a[i][c]);
        for (int j = 0; j < n; j++) covariance[i][j] += kappa[c] * a[i][c] * a[j][c];
      }
      for (int j = 0; j < n; j++) covariance[i][j] += known[i][j];
    }
    // A dimension in which nothing is diffuse at first is moved by those in which it is.
    double most = Arrays.stream(infinite).max().orElse(Double.POSITIVE_INFINITY);
    Arrays.setAll(infinite, i -> infinite[i] > 0 ? infinite[i] : most);
    system = exact.startingAt(exact.part(SystemPart.INITIAL_MEAN).at(0), covariance);
    double logs = 0;
    for (double k : kappa) logs += Math.log(k);
    correction = 0.5 * fixed * (LOG_TWO_PI + logs / kappa.length);
  }

  /**
   * κ of each direction: so much larger than what the observations can ask of it, whatever its
   * unit. All are equal where a direction is not fixed, because the log-likelihood then depends on
   * their ratios.
   */
  private double[] kappa(double[] effect, double square) {
    double[] kappa = new double[effect.length];
    for (int c = 0; c < kappa.length; c++) {
      kappa[c] = LARGE * square / (effect[c] > 0 ? effect[c] : 1);
    }
    if (fixed < kappa.length) Arrays.fill(kappa, Arrays.stream(kappa).max().orElse(1));
    return kappa;
  }

  /** The mean square of what a direction of length 1 adds to the observed values. */
  private static double[] effects(LinearSystem exact, Observations seen) {
    int n = exact.latentSize();
    int m = exact.observedSize();
    int q = exact.diffuseSize();
    double[] a = exact.diffuse().clone();
    double[] moved = new double[n * q];
    double[] effect = new double[q];
    for (int t = 0; t < seen.steps(); t++) {
      double[] h = exact.part(SystemPart.EMISSION).at(t);
      for (int j = 0; j < m; j++) {
        if (Double.isNaN(seen.values()[t * m + j])) continue;
        for (int c = 0; c < q; c++) {
          double along = 0;
          for (int i = 0; i < n; i++) along += h[j * n + i] * a[i * q + c];
          effect[c] += along * along / seen.count();
        }
      }
      if (t == seen.steps() - 1) break;
      Matrices.product(exact.part(SystemPart.TRANSITION).at(t), 0, a, 0, moved, n, n, q);
      System.arraycopy(moved, 0, a, 0, n * q);
    }
    return effect;
  }

  /** P1 [n][n]. */
  double[][] known() {
    return known;
  }

  /** A [n][q], each column so long that it moves the observations by as much as they vary. */
  double[][] directions() {
    return directions;
  }

  /** With that start, which is a proper one. */
  LinearSystem system() {
    return system;
  }

  /** How many directions the observations fix. */
  int fixed() {
    return fixed;
  }

  /**
   * To be added to the log-likelihood: it then counts as an exactly diffuse one does, which has no
   * log 2π of the values that fixed a direction.
   */
  double correction() {
    return correction;
  }

  /** Whether a variance of dimension i stands for one that is infinite. */
  boolean isInfinite(int i, double variance) {
    return variance > infinite[i];
  }
}
