package undercurrent.math;

import java.util.Locale;

/**
 * The rows of out are the one row, or several one after the other again and again.
 *
 * @param row as many rows as fit in out a whole number of times
 */
record Repeat(Value row, Value out) implements Operation {
  Repeat {
    if (out.rows % row.rows != 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d rows do not fill %d", row.rows, out.rows));
    }
  }

  @Override
  public void forward() {
    fill(row, out);
  }

  /** Copies what is filled as a whole, in few and long copies. */
  static void fill(Value row, Value out) {
    int size = out.size();
    System.arraycopy(row.data, row.offset, out.data, out.offset, row.size());
    for (int done = row.size(); done < size; done *= 2) {
      int count = Math.min(done, size - done);
      System.arraycopy(out.data, out.offset, out.data, out.offset + done, count);
    }
  }

  @Override
  public void backward() {
    if (!row.hasGradient()) return;
    Products.addColumnSums(
        out.grad, out.offset, row.grad, row.offset, out.rows / row.rows, row.size());
  }
}
