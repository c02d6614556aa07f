package undercurrent.math;

/**
 * Column j of out is column {@code columns[j]} of a, or zeros where that is −1.
 *
 * @param columns where each column of out is taken of
 */
record Selection(Value a, int[] columns, Value out) implements Operation {
  Selection {
    for (int column : columns) {
      if (column != NONE) java.util.Objects.checkIndex(column, a.columns);
    }
  }

  private static final int NONE = -1;

  @Override
  public void forward() {
    for (int i = 0; i < out.rows; i++) {
      int from = a.offset + i * a.columns;
      int to = out.offset + i * out.columns;
      for (int j = 0; j < columns.length; j++) {
        out.data[to + j] = columns[j] == NONE ? 0f : a.data[from + columns[j]];
      }
    }
  }

  @Override
  public void backward() {
    if (!a.hasGradient()) return;
    for (int i = 0; i < out.rows; i++) {
      int from = a.offset + i * a.columns;
      int to = out.offset + i * out.columns;
      for (int j = 0; j < columns.length; j++) {
        if (columns[j] != NONE) a.grad[from + columns[j]] += out.grad[to + j];
      }
    }
  }
}
