package undercurrent.model.linear;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import undercurrent.model.ModelWords;

/**
 * A matrix that is the same at every step, or has a value of its own at each. Values are flat and
 * row-major, [rows·columns]; whoever gets one from {@link #at} reads it and does not write. Steps
 * of different sizes are refused where the matrix is used, for only there it has a name.
 */
public final class Varying {
  private final int rows;
  private final int columns;
  private final double[][] values;

  /** What is wrong with its sizes, a sentence by its name. */
  private final @Nullable UnaryOperator<String> fault;

  private Varying(int rows, int columns, double[][] values, @Nullable UnaryOperator<String> fault) {
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
      throw new IllegalArgumentException(ModelWords.of("varying.noStep"));
    }
    int rows = matrices.getFirst().length;
    int columns = rows == 0 ? 0 : matrices.getFirst()[0].length;
    double[][] values = new double[matrices.size()][rows * columns];
    for (int t = 0; t < values.length; t++) {
      double[][] matrix = matrices.get(t);
      int step = t;
      for (int i = 0; i < matrix.length; i++) {
        if (matrix[i].length != matrix[0].length) {
          int row = i;
          return faulty(
              rows,
              columns,
              name ->
                  ModelWords.of(
                      "varying.ragged",
                      row + 1,
                      named(name, values.length, step),
                      matrix[row].length,
                      matrix[0].length));
        }
      }
      int width = matrix.length == 0 ? 0 : matrix[0].length;
      if (matrix.length != rows || width != columns) {
        return faulty(
            rows,
            columns,
            name ->
                ModelWords.of(
                    "varying.sizes",
                    named(name, values.length, step),
                    matrix.length,
                    width,
                    rows,
                    columns));
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
      throw new IllegalArgumentException(ModelWords.of("varying.noStep"));
    }
    for (int t = 0; t < flat.length; t++) {
      if (flat[t].length == rows * columns) continue;
      int step = t;
      return faulty(
          rows,
          columns,
          name ->
              ModelWords.of(
                  "varying.values",
                  named(name, flat.length, step),
                  flat[step].length,
                  rows,
                  columns));
    }
    return new Varying(rows, columns, flat.clone(), null);
  }

  private static Varying faulty(int rows, int columns, UnaryOperator<String> fault) {
    return new Varying(rows, columns, new double[1][rows * columns], fault);
  }

  /** What is wrong with its sizes, under a name; null if nothing is. */
  @Nullable String fault(String name) {
    return fault == null ? null : fault.apply(name);
  }

  /** What the matrix of a step is called, where there are several steps. */
  String named(String name, int t) {
    return named(name, values.length, t);
  }

  private static String named(String name, int steps, int t) {
    return steps == 1 ? name : ModelWords.of("varying.atStep", name, t + 1);
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
