package undercurrent.view;

import java.util.StringJoiner;
import undercurrent.model.PathTrace;
import undercurrent.series.NumberWords;

/** Numbers, vectors and matrices as equations have them: small ones whole. */
final class FormulaNumbers {
  /** Rows and columns that are written; of more, the first of them and dots. */
  static final int MOST = 4;

  private static final double LARGE = 1e5;
  private static final double SMALL = 1e-3;

  private FormulaNumbers() {}

  /** Three digits. */
  static String number(double value) {
    if (!NumberWords.isAvailable(value)) return NumberWords.DASH;
    double size = Math.abs(value);
    if (value == 0) return "0";
    if (size >= LARGE || size < SMALL) return power(value);
    int digits = value == Math.rint(value) ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
    return inFormula(NumberWords.format("%." + digits + "f", value));
  }

  /** A comma in braces is a decimal sign, and no space follows it. */
  private static String inFormula(String digits) {
    return digits.replace(",", "{,}");
  }

  private static String power(double value) {
    String[] parts = NumberWords.format("%.1e", value).split("e", -1);
    return inFormula(parts[0]) + " \\cdot 10^{" + Integer.parseInt(parts[1]) + "}";
  }

  private static StringJoiner lines() {
    return new StringJoiner(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}");
  }

  /** A column; a single number stands alone. */
  static String vector(double[] numbers) {
    if (numbers.length == 1) return number(numbers[0]);
    StringJoiner rows = lines();
    for (int i = 0; i < Math.min(MOST, numbers.length); i++) rows.add(number(numbers[i]));
    if (numbers.length > MOST) rows.add("…");
    return rows.toString();
  }

  /** The same after a sign, where a negative number needs brackets. */
  static String term(double[] numbers) {
    return numbers.length == 1 ? bracketed(numbers[0]) : vector(numbers);
  }

  /** The same after a matrix that it is multiplied by. */
  static String factor(double[] numbers) {
    return numbers.length == 1 ? " \\cdot " + bracketed(numbers[0]) : vector(numbers);
  }

  private static String bracketed(double value) {
    return value < 0 ? "(" + number(value) + ")" : number(value);
  }

  private static boolean isNumber(double[][] rows) {
    return rows.length == 1 && rows[0].length == 1;
  }

  /** A matrix; one of a single number stands alone. */
  static String matrix(double[][] rows) {
    if (isNumber(rows)) return number(rows[0][0]);
    StringJoiner all = lines();
    for (int i = 0; i < Math.min(MOST, rows.length); i++) {
      StringJoiner cells = new StringJoiner(" & ");
      for (int j = 0; j < Math.min(MOST, rows[i].length); j++) cells.add(number(rows[i][j]));
      if (rows[i].length > MOST) cells.add("…");
      all.add(cells.toString());
    }
    if (rows.length > MOST) all.add("…");
    return all.toString();
  }

  /** The same between two matrices that it is multiplied by. */
  static String between(double[][] rows) {
    return isNumber(rows)
        ? " \\cdot " + bracketed(rows[0][0]) + " \\cdot "
        : " " + matrix(rows) + " ";
  }

  /** Rows of numbers, all of them. */
  static String table(double[][] rows) {
    StringJoiner all = lines();
    for (double[] row : rows) {
      StringJoiner cells = new StringJoiner(" & ");
      for (double cell : row) cells.add(number(cell));
      all.add(cells.toString());
    }
    return all.toString();
  }

  /** Normal distributions by their means and standard deviations. */
  static String normal(double[] mean, double[] sd) {
    return "\\mathcal{N}\\left(%s, \\, %s^2\\right)".formatted(vector(mean), vector(sd));
  }

  /** A vector in one line, for a screen reader. */
  static String plain(double[] numbers) {
    StringJoiner text = new StringJoiner(", ", "(", ")");
    for (int i = 0; i < Math.min(MOST, numbers.length); i++) text.add(number(numbers[i]));
    if (numbers.length > MOST) text.add("…");
    return text.toString();
  }

  /** What was observed; a missing value is none. */
  static double[] seen(PathTrace path) {
    double[] x = path.x().clone();
    for (int d = 0; d < x.length; d++) if (path.mask()[d] == 0) x[d] = Double.NaN;
    return x;
  }
}
