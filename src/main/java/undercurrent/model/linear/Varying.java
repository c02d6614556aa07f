package undercurrent.model.linear;

import java.util.List;

/**
 * A matrix that is the same at every step, or has a value of its own at each. Values are flat and
 * row-major, [rows·columns]; whoever gets one from {@link #at} reads it and does not write.
 */
public final class Varying {
  private final int rows;
  private final int columns;
  private final double[][] values;

  private Varying(int rows, int columns, double[][] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    for (int t = 0; t < values.length; t++) {
      if (values[t].length != rows * columns) {
        throw new IllegalArgumentException(
            "The matrix of step %d has %d values and not %d×%d; give every step the same size."
                .formatted(t + 1, values[t].length, rows, columns));
      }
    }
  }

  /** The same matrix at every step. */
  public static Varying constant(double[][] matrix) {
    return new Varying(matrix.length, width(matrix), new double[][] {flat(matrix)});
  }

  /** The same matrix at every step, from its values row by row. */
  public static Varying constant(int rows, int columns, double... values) {
    return new Varying(rows, columns, new double[][] {values.clone()});
  }

  /** One matrix a step. */
  public static Varying each(List<double[][]> matrices) {
    if (matrices.isEmpty()) {
      throw new IllegalArgumentException("A varying matrix needs at least one step.");
    }
    double[][] values = matrices.stream().map(Varying::flat).toArray(double[][]::new);
    return new Varying(matrices.getFirst().length, width(matrices.getFirst()), values);
  }

  /** One flat matrix a step; steps may share an array, which is kept as it is. */
  public static Varying each(int rows, int columns, double[][] flat) {
    if (flat.length == 0) {
      throw new IllegalArgumentException("A varying matrix needs at least one step.");
    }
    return new Varying(rows, columns, flat.clone());
  }

  static Varying zero(int rows, int columns) {
    return constant(rows, columns, new double[rows * columns]);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public boolean isConstant() {
    return values.length == 1;
  }

  /** How many steps have a value; a constant matrix has one, for all. */
  public int steps() {
    return values.length;
  }

  /** The matrix of step t = 0, 1, …: flat, row-major, to be read only. */
  public double[] at(int t) {
    return values.length == 1 ? values[0] : values[t];
  }

  private static int width(double[][] matrix) {
    return matrix.length == 0 ? 0 : matrix[0].length;
  }

  private static double[] flat(double[][] matrix) {
    int columns = width(matrix);
    double[] flat = new double[matrix.length * columns];
    for (int i = 0; i < matrix.length; i++) {
      if (matrix[i].length != columns) {
        throw new IllegalArgumentException(
            "Row %d of a matrix has %d values and the first row %d; make all rows equally long."
                .formatted(i + 1, matrix[i].length, columns));
      }
      System.arraycopy(matrix[i], 0, flat, i * columns, columns);
    }
    return flat;
  }
}
