package undercurrent.model.linear;

import undercurrent.model.ModelWords;

/**
 * The mean and covariance of the latent state at every step, under one conditioning: predicted,
 * filtered or smoothed. Flat: means [T·n], covariances [T·n·n].
 */
public final class Moments {
  private final int steps;
  private final int size;
  final double[] mean;
  final double[] covariance;

  Moments(int steps, int size) {
    if ((long) steps * size * size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(ModelWords.of("moments.tooMany", steps, size));
    }
    this.steps = steps;
    this.size = size;
    mean = new double[steps * size];
    covariance = new double[steps * size * size];
  }

  public int steps() {
    return steps;
  }

  /** n. */
  public int size() {
    return size;
  }

  public double mean(int t, int i) {
    return mean[t * size + i];
  }

  public double covariance(int t, int i, int j) {
    return covariance[(t * size + i) * size + j];
  }

  public double variance(int t, int i) {
    return covariance(t, i, i);
  }

  public double standardDeviation(int t, int i) {
    return Math.sqrt(Math.max(0, variance(t, i)));
  }

  /** A copy of the steps from … to-1. */
  public Moments range(int from, int to) {
    Moments some = new Moments(to - from, size);
    System.arraycopy(mean, from * size, some.mean, 0, some.mean.length);
    int square = size * size;
    System.arraycopy(covariance, from * square, some.covariance, 0, some.covariance.length);
    return some;
  }

  /** [T][n]. */
  public double[][] means() {
    double[][] rows = new double[steps][size];
    for (int t = 0; t < steps; t++) System.arraycopy(mean, t * size, rows[t], 0, size);
    return rows;
  }

  /** [T][n][n]. */
  public double[][][] covariances() {
    double[][][] all = new double[steps][size][size];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < size; i++) {
        System.arraycopy(covariance, (t * size + i) * size, all[t][i], 0, size);
      }
    }
    return all;
  }
}
