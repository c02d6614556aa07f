package undercurrent.model.linear;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;

/** Systems and series drawn at random, for tests. */
final class RandomSystems {
  private RandomSystems() {}

  /** Everything varies with time, everything is there: inputs, offsets, correlated noise. */
  static LinearSystem varying(int n, int m, int k, int steps, Randomness random) {
    return LinearSystem.of(
            each(steps, () -> stable(n, random)),
            each(steps, () -> covariance(n, n, random)),
            each(steps, () -> matrix(m, n, 1, random)),
            each(steps, () -> covariance(m, m, random)))
        .withInputs(
            each(steps, () -> matrix(n, k, 1, random)), each(steps, () -> matrix(m, k, 1, random)))
        .with(SystemPart.TRANSITION_OFFSET, each(steps, () -> matrix(n, 1, 1, random)))
        .with(SystemPart.EMISSION_OFFSET, each(steps, () -> matrix(m, 1, 1, random)))
        .startingAt(column(matrix(n, 1, 1, random)), covariance(n, n, random));
  }

  /** Constant matrices; Q has rank {@code rank}. */
  static LinearSystem constant(int n, int m, int rank, Randomness random) {
    return LinearSystem.of(
            stable(n, random),
            covariance(n, rank, random),
            matrix(m, n, 1, random),
            covariance(m, m, random))
        .startingAt(column(matrix(n, 1, 1, random)), covariance(n, n, random));
  }

  /** Values at random, a part of them missing. */
  static Observations seen(int steps, int m, int k, double missing, Randomness random) {
    double[][] values = matrix(steps, m, 2, random);
    for (double[] row : values) {
      for (int i = 0; i < m; i++) if (random.uniform() < missing) row[i] = Double.NaN;
    }
    Observations seen = Observations.of(values);
    return k == 0 ? seen : seen.withInputs(matrix(steps, k, 1, random));
  }

  static double[][] matrix(int rows, int columns, double scale, Randomness random) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) row[j] = scale * random.normal();
    }
    return matrix;
  }

  static double[][] covariance(int n, int rank, Randomness random) {
    double[][] root = matrix(n, rank, 1, random);
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int l = 0; l < rank; l++) matrix[i][j] += root[i][l] * root[j][l];
      }
    }
    return matrix;
  }

  static double[][] stable(int n, Randomness random) {
    double[][] matrix = matrix(n, n, 0.4 / Math.sqrt(n), random);
    for (int i = 0; i < n; i++) matrix[i][i] += 0.7;
    return matrix;
  }

  private interface Draw {
    double[][] one();
  }

  private static Varying each(int steps, Draw draw) {
    List<double[][]> all = new ArrayList<>();
    for (int t = 0; t < steps; t++) all.add(draw.one());
    return Varying.each(all);
  }

  private static double[] column(double[][] matrix) {
    double[] column = new double[matrix.length];
    for (int i = 0; i < column.length; i++) column[i] = matrix[i][0];
    return column;
  }
}
