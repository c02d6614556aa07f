package undercurrent.model.physics;

import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Matrix;

/** Matrices as they are typed: rows between semicolons, numbers between commas. */
final class MatrixText {
  private MatrixText() {}

  /**
   * Reads one.
   *
   * @param setting that it is the value of
   * @throws IllegalArgumentException one sentence that names the setting
   */
  static Matrix of(String setting, String text) {
    String[] rows = text.split(";", -1);
    double[][] values = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      String[] numbers = rows[i].split(",", -1);
      values[i] = new double[numbers.length];
      for (int j = 0; j < numbers.length; j++) values[i][j] = number(setting, numbers[j].strip());
      if (values[i].length != values[0].length) {
        throw new IllegalArgumentException(
            ModelWords.of("matrixText.ragged", i + 1, setting, values[i].length, values[0].length));
      }
    }
    return Matrix.of(values);
  }

  private static double number(String setting, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) return number;
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(ModelWords.of("matrixText.noNumber", setting, text));
  }

  /**
   * Refuses a matrix of another size.
   *
   * @throws IllegalArgumentException one sentence that names the setting
   */
  static void require(String setting, Matrix matrix, int rows, int columns, String why) {
    if (matrix.rows() == rows && matrix.columns() == columns) return;
    throw new IllegalArgumentException(
        ModelWords.of(
            "matrixText.size", setting, matrix.rows(), matrix.columns(), rows, columns, why));
  }
}
