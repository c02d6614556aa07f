package undercurrent.model.linear;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matrix that is the same at every step, or has a value of its own at each. Values are flat and
 * row-major, [rows·columns]; whoever gets one from {@link #at} reads it and does not write. Steps
 * of different sizes are refused where the matrix is used, for only there it has a name.
 */
public final class Varying {
  private final int rows;
  private final int columns;
  private final double[][] values;

  /** What is wrong with its sizes, a sentence with a place for its name. */
  private final @Nullable String fault;

  private Varying(int rows, int columns, double[][] values, @Nullable String fault) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.fault = fault;
  }

  /** The same matrix at every step. */
  public static Varying constant(double[][] matrix) {
    return each(Collections.singletonList(matrix));
  }

  /** The same matrix at every step, from its values row by row. */
  public static Varying constant(int rows, int columns, double... values) {
    return each(rows, columns, new double[][] {values.clone()});
  }

  /** One matrix a step. */
  public static Varying each(List<double[][]> matrices) {
    if (matrices.isEmpty()) {
      throw new IllegalArgumentException("A varying matrix needs at least one step.");
    }
    int rows = matrices.getFirst().length;
    int columns = rows == 0 ? 0 : matrices.getFirst()[0].length;
    double[][] values = new double[matrices.size()][rows * columns];
    for (int t = 0; t < values.length; t++) {
      double[][] matrix = matrices.get(t);
      String place = values.length == 1 ? "" : " at step " + (t + 1);
      for (int i = 0; i < matrix.length; i++) {
        if (matrix[i].length != matrix[0].length) {
          String words = "Row %d of %%s%s has %d values and row 1 %d; make all rows equally long.";
          return faulty(
              rows, columns, words.formatted(i + 1, place, matrix[i].length, matrix[0].length));
        }
      }
      int width = matrix.length == 0 ? 0 : matrix[0].length;
      if (matrix.length != rows || width != columns) {
        String words = "%%s%s is %d×%d and at step 1 %d×%d; give every step the same size.";
        return faulty(rows, columns, words.formatted(place, matrix.length, width, rows, columns));
      }
      for (int i = 0; i < rows; i++) {
        System.arraycopy(matrix[i], 0, values[t], i * columns, columns);
      }
    }
    return new Varying(rows, columns, values, null);
  }

  /** One flat matrix a step; steps may share an array, which is kept as it is. */
  public static Varying each(int rows, int columns, double[][] flat) {
    if (flat.length == 0) {
      throw new IllegalArgumentException("A varying matrix needs at least one step.");
    }
    for (int t = 0; t < flat.length; t++) {
      if (flat[t].length == rows * columns) continue;
      String place = flat.length == 1 ? "" : " at step " + (t + 1);
      String words = "%%s%s has %d values and should have %d×%d.";
      return faulty(rows, columns, words.formatted(place, flat[t].length, rows, columns));
    }
    return new Varying(rows, columns, flat.clone(), null);
  }

  private static Varying faulty(int rows, int columns, String fault) {
    return new Varying(rows, columns, new double[1][rows * columns], fault);
  }

  /** What is wrong with its sizes, under a name; null if nothing is. */
  @Nullable String fault(String name) {
    return fault == null ? null : fault.formatted(name);
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
}
