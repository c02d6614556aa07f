package undercurrent.command;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import undercurrent.figure.SymmetricEigen;

/**
 * Forecasts of a field of anomalies without a model of this program, all learned from the first
 * rows alone: persistence, damped persistence of each cell, and the linear inverse model (Penland
 * and Sardeshmukh 1995), which is a matrix from one row to the next of the leading principal
 * components (EOFs).
 */
final class FieldForecasts {
  private final double[][] field;
  private final int training;
  private final double[] mean;

  /** Of length 1, the one with the largest variance first. */
  private final double[][] patterns;

  /**
   * A field.
   *
   * @param field {@code [T][cells]}
   * @param training how many rows are learned from
   * @param most how many patterns are looked for
   */
  FieldForecasts(double[][] field, int training, int most) {
    this.field = field;
    this.training = training;
    int cells = field[0].length;
    mean = new double[cells];
    for (int t = 0; t < training; t++) {
      for (int c = 0; c < cells; c++) mean[c] += field[t][c] / training;
    }
    patterns = patterns(most);
  }

  int rows() {
    return field.length;
  }

  int training() {
    return training;
  }

  /** By the products of rows, of which there are fewer or about as many as cells. */
  private double[][] patterns(int most) {
    double[][] products = new double[training][training];
    for (int s = 0; s < training; s++) {
      for (int t = 0; t <= s; t++) {
        double sum = 0;
        for (int c = 0; c < mean.length; c++) sum += anomaly(s, c) * anomaly(t, c);
        products[s][t] = sum;
        products[t][s] = sum;
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(products);
    int[] order =
        IntStream.range(0, training)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -eigen.values()[k]))
            .mapToInt(Integer::intValue)
            .limit(most)
            .toArray();
    double[][] found = new double[most][mean.length];
    for (int k = 0; k < most; k++) {
      double length = Math.sqrt(eigen.values()[order[k]]);
      for (int t = 0; t < training; t++) {
        double weight = eigen.vectors()[order[k]][t] / length;
        for (int c = 0; c < mean.length; c++) found[k][c] += weight * anomaly(t, c);
      }
    }
    return found;
  }

  private double anomaly(int row, int cell) {
    return field[row][cell] - mean[cell];
  }

  /** The components of all rows, {@code [T][count]}. */
  double[][] components(int count) {
    double[][] components = new double[field.length][count];
    for (int t = 0; t < field.length; t++) {
      for (int k = 0; k < count; k++) {
        for (int c = 0; c < mean.length; c++) components[t][k] += patterns[k][c] * anomaly(t, c);
      }
    }
    return components;
  }

  /** Forecasts of one row from an earlier one. */
  interface Forecast {
    /** The cells some rows after a row. */
    double[] of(int row);
  }

  /** Root mean squared error over all cells of the rows {@code from … to-1}. */
  double error(Forecast forecast, int ahead, int from, int to) {
    double squares = 0;
    for (int t = from; t < to; t++) {
      double[] said = forecast.of(t - ahead);
      for (int c = 0; c < said.length; c++) {
        squares += (said[c] - field[t][c]) * (said[c] - field[t][c]);
      }
    }
    return Math.sqrt(squares / ((double) (to - from) * mean.length));
  }

  Forecast persistence() {
    return row -> field[row];
  }

  /** Each cell on itself so many rows before, by least squares. */
  Forecast damped(int ahead) {
    double[] factors = factors(ahead, field, mean);
    return row -> {
      double[] said = new double[mean.length];
      for (int c = 0; c < said.length; c++) said[c] = mean[c] + factors[c] * anomaly(row, c);
      return said;
    };
  }

  private double[] factors(int ahead, double[][] rows, double[] centre) {
    double[] factors = new double[centre.length];
    for (int c = 0; c < factors.length; c++) {
      double product = 0;
      double square = 0;
      for (int t = ahead; t < training; t++) {
        double before = rows[t - ahead][c] - centre[c];
        product += before * (rows[t][c] - centre[c]);
        square += before * before;
      }
      factors[c] = product / square;
    }
    return factors;
  }

  /** The linear inverse model of some leading components. */
  Forecast inverse(int count, int ahead) {
    double[][] said = inverted(count, ahead);
    return row -> cells(said[row]);
  }

  /** The components some rows after each row by that model, {@code [T][count]}. */
  double[][] inverted(int count, int ahead) {
    double[][] said = components(count);
    double[][] matrix = regression(said);
    for (int t = 0; t < said.length; t++) {
      for (int h = 0; h < ahead; h++) said[t] = times(matrix, said[t]);
    }
    return said;
  }

  /**
   * Forecasts of components by another model, and of what they leave by damped persistence of each
   * cell.
   *
   * @param said the components some rows after each row, {@code [T][count]}
   */
  Forecast withRest(double[][] said, int ahead) {
    double[][] z = components(said[0].length);
    double[][] rest = new double[field.length][];
    for (int t = 0; t < field.length; t++) {
      double[] part = cells(z[t]);
      rest[t] = new double[mean.length];
      for (int c = 0; c < mean.length; c++) rest[t][c] = field[t][c] - part[c];
    }
    double[] factors = factors(ahead, rest, new double[mean.length]);
    return row -> {
      double[] cells = cells(said[row]);
      for (int c = 0; c < cells.length; c++) cells[c] += factors[c] * rest[row][c];
      return cells;
    };
  }

  private double[] cells(double[] components) {
    double[] cells = mean.clone();
    for (int k = 0; k < components.length; k++) {
      for (int c = 0; c < cells.length; c++) cells[c] += components[k] * patterns[k][c];
    }
    return cells;
  }

  /** A of zₜ ≈ A zₜ₋₁ over the training part, by least squares. */
  private double[][] regression(double[][] z) {
    int n = z[0].length;
    double[][] normal = new double[n][2 * n];
    for (int t = 1; t < training; t++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          normal[i][j] += z[t - 1][i] * z[t - 1][j];
          normal[i][n + j] += z[t - 1][i] * z[t][j];
        }
      }
    }
    // By elimination without pivots: the left half is positive definite.
    for (int k = 0; k < n; k++) {
      double pivot = normal[k][k];
      for (int j = 0; j < 2 * n; j++) normal[k][j] /= pivot;
      for (int i = 0; i < n; i++) {
        double factor = normal[i][k];
        if (i == k || factor == 0) continue;
        for (int j = 0; j < 2 * n; j++) normal[i][j] -= factor * normal[k][j];
      }
    }
    double[][] matrix = new double[n][];
    for (int i = 0; i < n; i++) {
      int row = i;
      matrix[i] = IntStream.range(0, n).mapToDouble(j -> normal[j][n + row]).toArray();
    }
    return matrix;
  }

  private static double[] times(double[][] matrix, double[] v) {
    return Arrays.stream(matrix)
        .mapToDouble(row -> IntStream.range(0, v.length).mapToDouble(j -> row[j] * v[j]).sum())
        .toArray();
  }
}
