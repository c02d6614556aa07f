package undercurrent.math;

import java.util.Arrays;
import java.util.Locale;

/**
 * An operand of an element-wise operation, repeated to the shape of its output: its rows from above
 * until all rows are filled, a single column to every column. What is repeated is written out once
 * a replay, so that the loops of the operations know one shape only.
 *
 * @param wide the operand in the shape of the output; empty where it has that shape
 * @param gradient work space for the gradient of that; empty where none is needed
 */
record Broadcast(Value value, int rows, int columns, float[] wide, float[] gradient) {
  static Broadcast of(Value value, int rows, int columns) {
    boolean same = value.rows == rows && value.columns == columns;
    boolean fits =
        rows % Math.max(1, value.rows) == 0 && (value.columns == columns || value.columns == 1);
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "[%d×%d] cannot be repeated to [%d×%d]",
              value.rows,
              value.columns,
              rows,
              columns));
    }
    int size = same ? 0 : rows * columns;
    return new Broadcast(
        value, rows, columns, new float[size], new float[value.hasGradient() ? size : 0]);
  }

  boolean isSame() {
    return wide.length == 0;
  }

  float[] data() {
    return isSame() ? value.data : wide;
  }

  int offset() {
    return isSame() ? value.offset : 0;
  }

  /** Where the gradient is added up, from {@link #offset()} on. */
  float[] gradientData() {
    return isSame() ? value.grad : gradient;
  }

  /** Fills what {@link #data()} gives. */
  void expand() {
    if (isSame()) return;
    int period = value.rows * columns;
    if (value.columns == columns) {
      System.arraycopy(value.data, value.offset, wide, 0, period);
    } else {
      for (int i = 0; i < value.rows; i++) {
        Arrays.fill(wide, i * columns, (i + 1) * columns, value.data[value.offset + i]);
      }
    }
    for (int done = period; done < wide.length; done *= 2) {
      System.arraycopy(wide, 0, wide, done, Math.min(done, wide.length - done));
    }
  }

  /** Empties the work space of the gradient. */
  void clear() {
    Arrays.fill(gradient, 0f);
  }

  /** Adds the work space to the gradient of the operand. */
  void fold() {
    if (isSame()) return;
    int period = value.rows * columns;
    for (int from = period; from < gradient.length; from += period) {
      Loops.add(gradient, 0, gradient, from, gradient, 0, period);
    }
    if (value.columns == columns) {
      Loops.add(value.grad, value.offset, gradient, 0, value.grad, value.offset, period);
      return;
    }
    for (int i = 0; i < value.rows; i++) {
      float sum = 0f;
      for (int j = i * columns; j < (i + 1) * columns; j++) sum += gradient[j];
      value.grad[value.offset + i] += sum;
    }
  }
}
