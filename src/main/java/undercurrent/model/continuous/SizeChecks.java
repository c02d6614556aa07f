package undercurrent.model.continuous;

import java.util.Locale;

/** Refuses matrices of another size than they must have, and what is no number. */
final class SizeChecks {
  private SizeChecks() {}

  static void of(String name, double[][] matrix, int rows, int columns) {
    if (matrix.length != rows) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s has %d rows and not %d.", name, matrix.length, rows));
    }
    for (int i = 0; i < rows; i++) {
      if (matrix[i].length != columns) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has %d values in row %d and not %d.",
                name,
                matrix[i].length,
                i + 1,
                columns));
      }
      for (int j = 0; j < columns; j++) {
        if (!Double.isFinite(matrix[i][j])) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s has %s in row %d, column %d; every value must be a finite number.",
                  name,
                  matrix[i][j],
                  i + 1,
                  j + 1));
        }
      }
    }
  }

  static double positive(String name, double value) {
    if (value > 0 && value < Double.POSITIVE_INFINITY) return value;
    throw new IllegalArgumentException(
        "The %s is %s; it must be a number above 0.".formatted(name, value));
  }
}
