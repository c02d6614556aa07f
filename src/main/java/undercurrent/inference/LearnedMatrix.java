package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A matrix that a model has learned, for figures.
 *
 * @param name as in the formulas, with what sets it apart: "Q of regime 1"
 * @param rows what each row belongs to
 * @param columns what each column belongs to
 * @param values [rows][columns]
 */
public record LearnedMatrix(
    String name, List<String> rows, List<String> columns, double[][] values) {
  /** The name of the only column of a vector. */
  static final List<String> ONE_COLUMN = List.of("");

  public LearnedMatrix {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /** A vector, by the place of each of its numbers. */
  static LearnedMatrix column(String name, List<String> rows, IntToDoubleFunction value) {
    double[][] table = new double[rows.size()][];
    Arrays.setAll(table, i -> new double[] {value.applyAsDouble(i)});
    return new LearnedMatrix(name, rows, ONE_COLUMN, table);
  }

  /** The same by another name. */
  LearnedMatrix called(String other) {
    return new LearnedMatrix(other, rows, columns, values);
  }
}
