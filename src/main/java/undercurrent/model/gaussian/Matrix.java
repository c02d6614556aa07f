package undercurrent.model.gaussian;

import java.util.Arrays;
import undercurrent.model.ModelWords;

/**
 * A small dense matrix that never changes, so that formulas read as on paper. At the size of a
 * state plain loops over a flat row-major array are quicker than a library's calls.
 */
public final class Matrix {
  private final int rows;
  private final int columns;
  private final double[] values;

  private Matrix(int rows, int columns, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** From its rows, which must be equally long. */
  public static Matrix of(double[][] rows) {
    int columns = rows[0].length;
    double[] values = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            ModelWords.of("matrix.ragged", i + 1, rows[i].length, columns));
      }
      System.arraycopy(rows[i], 0, values, i * columns, columns);
    }
    return new Matrix(rows.length, columns, values);
  }

  /** From its values row by row. */
  public static Matrix of(int rows, int columns, double... values) {
    if (values.length != rows * columns) {
      throw new IllegalArgumentException(
          ModelWords.of("matrix.values", rows, columns, rows * columns, values.length));
    }
    return new Matrix(rows, columns, values.clone());
  }

  public static Matrix diagonal(double... diagonal) {
    int n = diagonal.length;
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) values[i * n + i] = diagonal[i];
    return new Matrix(n, n, values);
  }

  public static Matrix identity(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return diagonal(ones);
  }

  /** The matrix whose column j is {@code columns[j]}. */
  public static Matrix ofColumns(double[][] columns) {
    return of(columns).transposed();
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public double at(int row, int column) {
    return values[row * columns + column];
  }

  public Matrix plus(Matrix other) {
    requireSame(rows, other.rows, columns, other.columns, other);
    return new Matrix(rows, columns, Vectors.plus(values, other.values));
  }

  public Matrix minus(Matrix other) {
    requireSame(rows, other.rows, columns, other.columns, other);
    return new Matrix(rows, columns, Vectors.minus(values, other.values));
  }

  public Matrix times(double factor) {
    return new Matrix(rows, columns, Vectors.times(factor, values));
  }

  /** A B. */
  public Matrix times(Matrix b) {
    requireSame(columns, b.rows, 0, 0, b);
    double[] product = new double[rows * b.columns];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        double a = values[i * columns + k];
        for (int j = 0; j < b.columns; j++) {
          product[i * b.columns + j] += a * b.values[k * b.columns + j];
        }
      }
    }
    return new Matrix(rows, b.columns, product);
  }

  /** A B'. */
  public Matrix timesTransposed(Matrix b) {
    requireSame(columns, b.columns, 0, 0, b);
    double[] product = new double[rows * b.rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < b.rows; j++) {
        double sum = 0;
        for (int k = 0; k < columns; k++) {
          sum += values[i * columns + k] * b.values[j * columns + k];
        }
        product[i * b.rows + j] = sum;
      }
    }
    return new Matrix(rows, b.rows, product);
  }

  /** A diag(w). */
  public Matrix timesDiagonal(double[] w) {
    double[] product = values.clone();
    for (int i = 0; i < product.length; i++) product[i] *= w[i % columns];
    return new Matrix(rows, columns, product);
  }

  /** A v. */
  public double[] times(double[] v) {
    double[] product = new double[rows];
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) sum += values[i * columns + j] * v[j];
      product[i] = sum;
    }
    return product;
  }

  /**
   * Adds A z of each of N vectors that lie one after another.
   *
   * @param z [N·columns]
   * @param out [N·rows]
   */
  public void addTimesEach(double[] z, double[] out) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) Vectors.add(out, i, rows, at(i, j), z, j, columns);
    }
  }

  /**
   * A z + b of each of some vectors that lie one after another.
   *
   * @param count N
   * @param z [N·columns]
   * @param out [N·rows]
   */
  public void timesEach(double[] z, int count, double[] b, double[] out) {
    for (int p = 0; p < count; p++) System.arraycopy(b, 0, out, p * rows, rows);
    addTimesEach(z, out);
  }

  public Matrix transposed() {
    double[] turned = new double[values.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) turned[j * rows + i] = values[i * columns + j];
    }
    return new Matrix(columns, rows, turned);
  }

  /** ½ (A + A'). */
  public Matrix symmetrised() {
    double[] even = values.clone();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * (even[i * rows + j] + even[j * rows + i]);
        even[i * rows + j] = mean;
        even[j * rows + i] = mean;
      }
    }
    return new Matrix(rows, columns, even);
  }

  /** The rows and columns that are named. */
  public Matrix part(int[] rowPlaces, int[] columnPlaces) {
    double[] part = new double[rowPlaces.length * columnPlaces.length];
    for (int i = 0; i < part.length; i++) {
      part[i] = at(rowPlaces[i / columnPlaces.length], columnPlaces[i % columnPlaces.length]);
    }
    return new Matrix(rowPlaces.length, columnPlaces.length, part);
  }

  public double[] column(int column) {
    double[] out = new double[rows];
    for (int i = 0; i < rows; i++) out[i] = at(i, column);
    return out;
  }

  /** Row by row; not a copy. */
  double[] values() {
    return values;
  }

  /** [rows][columns], a copy. */
  public double[][] toRows() {
    double[][] out = new double[rows][];
    for (int i = 0; i < rows; i++) {
      out[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
    }
    return out;
  }

  private void requireSame(int a, int b, int c, int d, Matrix other) {
    if (a == b && c == d) return;
    throw new IllegalArgumentException(
        ModelWords.of("matrix.product", rows, columns, other.rows, other.columns));
  }

  @Override
  public String toString() {
    return Arrays.deepToString(toRows());
  }
}
