package undercurrent.math;

import java.util.Objects;

/**
 * Column j of out is column {@code columns[j]} of a, or zeros where that is −1.
 *
 * @param columns of each column of out the one of a that it is taken from
 */
record Selection(Value a, int[] columns, Value out) implements Operation {
  private static final int NONE = -1;

  Selection {
    for (int column : columns) {
      if (column != NONE) Objects.checkIndex(column, a.columns);
    }
  }

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
