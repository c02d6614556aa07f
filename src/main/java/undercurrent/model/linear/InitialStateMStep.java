package undercurrent.model.linear;

import java.util.Arrays;
import java.util.Set;

/** The M-step for the initial state: the mean of its smoothed means, and their spread. */
final class InitialStateMStep {
  private final int n;
  private final Set<SystemPart> free;
  private final Set<SystemPart> diagonal;
  private final double[] sum;
  private final double[] squares;
  private int count;

  InitialStateMStep(int n, Set<SystemPart> free, Set<SystemPart> diagonal) {
    this.n = n;
    this.free = free;
    this.diagonal = diagonal;
    sum = new double[n];
    squares = new double[n * n];
  }

  void clear() {
    Arrays.fill(sum, 0);
    Arrays.fill(squares, 0);
    count = 0;
  }

  void add(double[] mean, double[] covariance) {
    count++;
    for (int i = 0; i < n; i++) {
      sum[i] += mean[i];
      for (int j = 0; j < n; j++) {
        squares[i * n + j] += covariance[i * n + j] + mean[i] * mean[j];
      }
    }
  }

  /** m1 = E[z₁], P1 = E[(z₁ - m1)(z₁ - m1)'] with the m1 that will hold. */
  LinearSystem learned(LinearSystem system) {
    LinearSystem changed = system;
    if (free.contains(SystemPart.INITIAL_MEAN)) {
      double[] mean = new double[n];
      for (int i = 0; i < n; i++) mean[i] = sum[i] / count;
      changed = changed.with(SystemPart.INITIAL_MEAN, Varying.constant(n, 1, mean));
    }
    if (!free.contains(SystemPart.INITIAL_COVARIANCE)) return changed;
    double[] mean = changed.part(SystemPart.INITIAL_MEAN).at(0);
    double[] covariance = new double[n * n];
    boolean alone = diagonal.contains(SystemPart.INITIAL_COVARIANCE);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        if (alone && i != j) continue;
        covariance[i * n + j] =
            (squares[i * n + j] - sum[i] * mean[j] - mean[i] * sum[j]) / count + mean[i] * mean[j];
        covariance[j * n + i] = covariance[i * n + j];
      }
    }
    return changed.with(SystemPart.INITIAL_COVARIANCE, Varying.constant(n, n, covariance));
  }
}
