package undercurrent.model.linear;

import undercurrent.model.ModelWords;

/**
 * The observed dimensions of one step as independent scalar observations, one after another: with R
 * = L diag(r) L', L unit lower triangular, y* = L⁻¹ (x - D u - d) and H* = L⁻¹ H (Durbin and
 * Koopman 2012, 6.4). What is missing is not among them.
 */
final class ScalarRows {
  private final LinearSystem system;
  private final Observations seen;
  private final int n;
  private final int m;
  private final double[] lower;
  private double[] lastEmission = {};
  private double[] lastNoise = {};
  private boolean mixed;

  /** How many there are at this step. */
  int count;

  /** Which dimension each one is, [count]. */
  final int[] dimension;

  /** y* [count]. */
  final double[] value;

  /** H* [count][n]. */
  final double[] row;

  /** r [count]. */
  final double[] variance;

  ScalarRows(LinearSystem system, Observations seen) {
    this.system = system;
    this.seen = seen;
    n = system.latentSize();
    m = system.observedSize();
    lower = new double[m * m];
    dimension = new int[m];
    value = new double[m];
    row = new double[m * n];
    variance = new double[m];
  }

  /** Goes to a step; whether H*, r and what is observed are as they were. */
  boolean prepare(int t) {
    double[] emission = system.part(SystemPart.EMISSION).at(t);
    double[] noise = seen.noise(system, t);
    boolean same = choose(t) && emission == lastEmission && noise == lastNoise;
    if (!same) {
      lastEmission = emission;
      lastNoise = noise;
      for (int j = 0; j < count; j++) System.arraycopy(emission, dimension[j] * n, row, j * n, n);
      factor(noise, t);
      if (mixed) for (int i = 0; i < n; i++) solve(row, i, n);
    }
    values(t);
    if (mixed) solve(value, 0, 1);
    return same;
  }

  /** Finds what is observed; whether it is the same as before. */
  private boolean choose(int t) {
    int before = count;
    boolean same = true;
    count = 0;
    double[] values = seen.values();
    for (int i = 0; i < m; i++) {
      if (Double.isNaN(values[t * m + i])) continue;
      same &= dimension[count] == i;
      dimension[count++] = i;
    }
    return same && count == before;
  }

  private void values(int t) {
    double[] offset = system.part(SystemPart.EMISSION_OFFSET).at(t);
    double[] input = system.part(SystemPart.EMISSION_INPUT).at(t);
    int k = system.inputSize();
    for (int j = 0; j < count; j++) {
      int i = dimension[j];
      value[j] = seen.values()[t * m + i] - offset[i];
      if (k > 0) value[j] -= Matrices.dot(input, i * k, seen.inputs(), t * k, k);
    }
  }

  /** R = L diag(r) L' of the observed dimensions. */
  private void factor(double[] noise, int t) {
    mixed = false;
    for (int j = 0; j < count; j++) {
      for (int i = j; i < count; i++) {
        double sum = noise[dimension[i] * m + dimension[j]];
        for (int l = 0; l < j; l++) sum -= lower[i * m + l] * lower[j * m + l] * variance[l];
        if (i == j) variance[j] = Math.max(sum, 0);
        else lower[i * m + j] = variance[j] > 0 ? sum / variance[j] : 0;
        if (i != j && sum != 0) mixed = true;
        if (i == j && sum < -1e-9 * Math.abs(noise[dimension[j] * m + dimension[j]])) {
          throw new IllegalArgumentException(
              ModelWords.of("scalarRows.indefinite", t + 1, dimension[j] + 1));
        }
      }
    }
  }

  /** Column {@code from} of an array with {@code stride} columns: L⁻¹ of it, in place. */
  private void solve(double[] array, int from, int stride) {
    for (int i = 1; i < count; i++) {
      double sum = array[i * stride + from];
      for (int l = 0; l < i; l++) sum -= lower[i * m + l] * array[l * stride + from];
      array[i * stride + from] = sum;
    }
  }

  /** Of a scalar that has no variance. */
  UnsoundException unsound(int j, int t, double f) {
    return new UnsoundException(ModelWords.of("scalarRows.variance", t + 1, dimension[j] + 1, f));
  }
}
