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
    int digits = size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 2 : 3;
    String text = NumberWords.format("%." + digits + "f", value);
    return value == Math.rint(value) ? NumberWords.format("%.0f", value) : text;
  }

  private static String power(double value) {
    String[] parts = NumberWords.format("%.1e", value).split("e", -1);
    return parts[0] + " \\cdot 10^{" + Integer.parseInt(parts[1]) + "}";
  }

  /** A column; a single number stands alone. */
  static String vector(double[] numbers) {
    if (numbers.length == 1) return alone(numbers[0]);
    StringJoiner rows = new StringJoiner(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}");
    for (int i = 0; i < Math.min(MOST, numbers.length); i++) rows.add(number(numbers[i]));
    if (numbers.length > MOST) rows.add("…");
    return rows.toString();
  }

  /** A negative number needs brackets where it follows another sign. */
  private static String alone(double value) {
    return value < 0 ? "(" + number(value) + ")" : number(value);
  }

  /** A matrix; one of a single number stands alone. */
  static String matrix(double[][] rows) {
    if (rows.length == 1 && rows[0].length == 1) return alone(rows[0][0]);
    StringJoiner all = new StringJoiner(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}");
    for (int i = 0; i < Math.min(MOST, rows.length); i++) {
      StringJoiner cells = new StringJoiner(" & ");
      for (int j = 0; j < Math.min(MOST, rows[i].length); j++) cells.add(number(rows[i][j]));
      if (rows[i].length > MOST) cells.add("…");
      all.add(cells.toString());
    }
    if (rows.length > MOST) all.add("…");
    return all.toString();
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
