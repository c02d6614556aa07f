package undercurrent.math;

import java.util.Locale;

/**
 * A matrix on a {@link Tape}: a stretch of whole rows of a row-major array, and of the array of its
 * gradient. Rows of a bigger value are shared with it, not copied.
 */
public final class Value {
  private static final float[] NONE = new float[0];
  final float[] data;
  final float[] grad;
  final int offset;
  final int rows;
  final int columns;

  Value(float[] data, float[] grad, int offset, int rows, int columns) {
    this.data = data;
    this.grad = grad;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
  }

  static Value allocate(int rows, int columns, boolean gradient) {
    int size = Math.multiplyExact(rows, columns);
    return new Value(new float[size], gradient ? new float[size] : NONE, 0, rows, columns);
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public int size() {
    return rows * columns;
  }

  /** The array that holds the numbers, from {@link #offset()} on; not a copy. */
  public float[] data() {
    return data;
  }

  /** The array that holds ∂objective/∂this, from {@link #offset()} on; empty for plain inputs. */
  public float[] gradient() {
    return grad;
  }

  public int offset() {
    return offset;
  }

  /** Whether anything that is learned depends on this value's gradient. */
  public boolean hasGradient() {
    return grad.length > 0;
  }

  /** The rows {@code from … from+count-1} of this value, shared with it. */
  public Value rows(int from, int count) {
    java.util.Objects.checkFromIndexSize(from, count, rows);
    return new Value(data, grad, offset + from * columns, count, columns);
  }

  /** The same numbers, to which no gradient flows. */
  Value constant() {
    return new Value(data, NONE, offset, rows, columns);
  }

  /** The same numbers in rows of another length, shared with this value. */
  public Value reshape(int rows, int columns) {
    if (rows * columns != size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "[%d×%d] cannot become [%d×%d]",
              this.rows,
              this.columns,
              rows,
              columns));
    }
    return new Value(data, grad, offset, rows, columns);
  }

  /** One number, for tests and small reads. */
  public float get(int row, int column) {
    return data[offset + row * columns + column];
  }

  /** The numbers of a row. */
  public double[] row(int row) {
    double[] numbers = new double[columns];
    for (int i = 0; i < columns; i++) numbers[i] = get(row, i);
    return numbers;
  }

  public void set(int row, int column, double number) {
    data[offset + row * columns + column] = (float) number;
  }
}
