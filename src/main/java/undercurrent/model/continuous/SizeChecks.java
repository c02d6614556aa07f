package undercurrent.model.continuous;

import undercurrent.model.ModelWords;

/** Refuses matrices of another size than they must have, and what is no number. */
final class SizeChecks {
  private SizeChecks() {}

  static void of(String name, double[][] matrix, int rows, int columns) {
    if (matrix.length != rows) {
      throw new IllegalArgumentException(
          ModelWords.of("sizeChecks.rows", name, matrix.length, rows));
    }
    for (int i = 0; i < rows; i++) {
      if (matrix[i].length != columns) {
        throw new IllegalArgumentException(
            ModelWords.of("sizeChecks.columns", name, matrix[i].length, i + 1, columns));
      }
      for (int j = 0; j < columns; j++) {
        if (!Double.isFinite(matrix[i][j])) {
          throw new IllegalArgumentException(
              ModelWords.of("sizeChecks.infinite", name, matrix[i][j], i + 1, j + 1));
        }
      }
    }
  }

  static double positive(String name, double value) {
    if (value > 0 && value < Double.POSITIVE_INFINITY) return value;
    throw new IllegalArgumentException(ModelWords.of("sizeChecks.positive", name, value));
  }
}
