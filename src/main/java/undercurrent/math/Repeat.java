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
    for (int to = 0; to < out.size(); to += row.size()) {
      System.arraycopy(row.data, row.offset, out.data, out.offset + to, row.size());
    }
  }

  @Override
  public void backward() {
    if (!row.hasGradient()) return;
    Products.addColumnSums(
        out.grad, out.offset, row.grad, row.offset, out.rows / row.rows, row.size());
  }
}
