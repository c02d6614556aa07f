package undercurrent.inference;

import java.util.List;

/**
 * A matrix that a model has learned, to be looked at.
 *
 * @param name as in the formulas, with what sets it apart: "Q of regime 1"
 * @param rows what each row belongs to
 * @param columns what each column belongs to
 * @param values [rows][columns]
 */
public record LearnedMatrix(
    String name, List<String> rows, List<String> columns, double[][] values) {
  public LearnedMatrix {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }
}
