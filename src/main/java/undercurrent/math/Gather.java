package undercurrent.math;

/**
 * Columns {@code to … to+width-1} of row i of out are the columns {@code from …} of row {@code
 * rows[i]} of a: column slices and joins, and row gathers. Rows of a that lie next to each other
 * need no copy; see {@link Value#rows}.
 *
 * @param rows which row of a each row of out is taken of; may be changed between replays
 */
record Gather(Value a, int[] rows, int from, Value out, int to, int width) implements Operation {
  Gather {
    java.util.Objects.checkFromIndexSize(from, width, a.columns);
    java.util.Objects.checkFromIndexSize(to, width, out.columns);
    java.util.Objects.checkFromIndexSize(0, rows.length, out.rows);
  }

  @Override
  public void forward() {
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(a.data, source(i), out.data, target(i), width);
    }
  }

  @Override
  public void backward() {
    if (!a.hasGradient()) return;
    for (int i = 0; i < rows.length; i++) {
      int at = source(i);
      Loops.add(a.grad, at, out.grad, target(i), a.grad, at, width);
    }
  }

  private int source(int i) {
    return a.offset + rows[i] * a.columns + from;
  }

  private int target(int i) {
    return out.offset + i * out.columns + to;
  }
}
