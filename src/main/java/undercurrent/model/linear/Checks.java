package undercurrent.model.linear;

import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Cholesky;

/** Refuses what is not a linear system, in one sentence that names the matrix and the step. */
final class Checks {
  /** How far from symmetric or below zero, relative to the variances there, is still rounding. */
  private static final double ROUNDING = 1e-9;

  private Checks() {}

  static void size(String name, Varying matrix, int rows, int columns) {
    String fault = matrix.fault(name);
    if (fault != null) throw new IllegalArgumentException(fault);
    if (matrix.rows() == rows && matrix.columns() == columns) return;
    throw new IllegalArgumentException(
        ModelWords.of("checks.size", name, matrix.rows(), matrix.columns(), rows, columns));
  }

  static void steps(String name, Varying matrix, int needed) {
    if (matrix.isConstant() || matrix.steps() >= needed) return;
    throw new IllegalArgumentException(ModelWords.of("checks.steps", name, matrix.steps(), needed));
  }

  static void finite(String name, Varying matrix) {
    for (int t = 0; t < matrix.steps(); t++) {
      double[] values = matrix.at(t);
      for (int i = 0; i < values.length; i++) {
        if (!Double.isFinite(values[i])) {
          throw new IllegalArgumentException(
              ModelWords.of(
                  "checks.infinite",
                  matrix.named(name, t),
                  values[i],
                  i / matrix.columns() + 1,
                  i % matrix.columns() + 1));
        }
      }
    }
  }

  /** Finite, symmetric and positive semi-definite at every step. */
  static void covariance(String name, Varying matrix) {
    finite(name, matrix);
    int n = matrix.rows();
    double[] factor = new double[n * n];
    double[] last = {};
    for (int t = 0; t < matrix.steps(); t++) {
      double[] values = matrix.at(t);
      if (values == last) continue;
      last = values;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          double scale = Math.sqrt(Math.abs(values[i * n + i] * values[j * n + j]));
          if (Math.abs(values[i * n + j] - values[j * n + i]) > ROUNDING * scale) {
            throw new IllegalArgumentException(
                ModelWords.of(
                    "checks.asymmetric",
                    matrix.named(name, t),
                    values[i * n + j],
                    i + 1,
                    j + 1,
                    values[j * n + i]));
          }
        }
      }
      int bad = Cholesky.factor(values, 0, factor, n, ROUNDING);
      if (bad >= 0) {
        throw new IllegalArgumentException(
            ModelWords.of("checks.indefinite", matrix.named(name, t), bad + 1));
      }
    }
  }

  /** Only what is the same at every step can be learned as one value. */
  static void learnable(LinearSystem system, SystemPart part) {
    if (!system.part(part).isConstant()) {
      throw new IllegalArgumentException(ModelWords.of("checks.varying", part.letter()));
    }
    boolean diffuse = system.diffuseSize() > 0;
    if (part.isInitial() && diffuse) {
      throw new IllegalArgumentException(ModelWords.of("checks.diffuse", part.letter()));
    }
  }
}
