package undercurrent.model.linear;

import java.util.Arrays;

/**
 * The observation of a step as EM expects it: what was seen is known; what is missing beside it is
 * xₘ = Hₘ z + cₘ + Rₘₒ Rₒₒ⁻¹ (xₒ - Hₒ z - cₒ) + noise, with c = D u + d, given the smoothed z.
 */
final class ExpectedObservation {
  private final LinearSystem system;
  private final Observations seen;
  private final int n;
  private final int m;
  private final int k;
  private final double[] slope;
  private final double[] rest;

  /** E[x] [m], Cov(x) [m][m] and Cov(x, z) [m][n]. */
  final double[] mean;

  final double[] covariance;
  final double[] cross;

  ExpectedObservation(LinearSystem system, SmootherResult smoother) {
    this.system = system;
    seen = smoother.filter().observations();
    n = system.latentSize();
    m = system.observedSize();
    k = system.inputSize();
    mean = new double[m];
    covariance = new double[m * m];
    cross = new double[m * n];
    slope = new double[m * n];
    rest = new double[m];
  }

  /** Whether anything was seen at step t; then the fields hold the expected observation. */
  boolean fill(int t, double[] z, double[] covZ) {
    int[] known = new int[m];
    int[] missing = new int[m];
    int o = 0;
    int s = 0;
    for (int i = 0; i < m; i++) {
      if (Double.isNaN(seen.value(t, i))) missing[s++] = i;
      else known[o++] = i;
    }
    if (o == 0) return false;
    Arrays.fill(covariance, 0);
    Arrays.fill(cross, 0);
    for (int a = 0; a < o; a++) mean[known[a]] = seen.value(t, known[a]);
    if (s == 0) return true;
    regress(t, Arrays.copyOf(known, o), Arrays.copyOf(missing, s));
    for (int a = 0; a < s; a++) {
      int i = missing[a];
      mean[i] = rest[i] + Matrices.dot(slope, i * n, z, 0, n);
      for (int j = 0; j < n; j++) {
        cross[i * n + j] = Matrices.dot(slope, i * n, covZ, j * n, n);
      }
      for (int b = 0; b < s; b++) {
        covariance[i * m + missing[b]] += Matrices.dot(cross, i * n, slope, missing[b] * n, n);
      }
    }
    return true;
  }

  /** The missing ones as slope · z + rest, and their own noise Rₘₘ - Rₘₒ Rₒₒ⁻¹ Rₒₘ. */
  private void regress(int t, int[] known, int[] missing) {
    double[] h = system.part(SystemPart.EMISSION).at(t);
    double[] r = seen.noise(system, t);
    int o = known.length;
    double[] block = new double[o * o];
    for (int a = 0; a < o; a++) {
      for (int b = 0; b < o; b++) block[a * o + b] = r[known[a] * m + known[b]];
    }
    double[] inverse = Matrices.inverse("R", t, block, o);
    for (int i : missing) {
      System.arraycopy(h, i * n, slope, i * n, n);
      rest[i] = constant(t, i);
      for (int j : missing) covariance[i * m + j] = r[i * m + j];
      for (int a = 0; a < o; a++) {
        double weight = 0;
        for (int b = 0; b < o; b++) weight += r[i * m + known[b]] * inverse[b * o + a];
        for (int l = 0; l < n; l++) slope[i * n + l] -= weight * h[known[a] * n + l];
        rest[i] += weight * (seen.value(t, known[a]) - constant(t, known[a]));
        for (int j : missing) covariance[i * m + j] -= weight * r[known[a] * m + j];
      }
    }
  }

  /** D u + d of one dimension. */
  private double constant(int t, int i) {
    return system.part(SystemPart.EMISSION_OFFSET).at(t)[i]
        + Matrices.dot(
            system.part(SystemPart.EMISSION_INPUT).at(t), i * k, seen.inputs(), t * k, k);
  }
}
