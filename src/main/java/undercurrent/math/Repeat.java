package undercurrent.math;

/** Every row of out is the one row. */
record Repeat(Value row, Value out) implements Operation {
  @Override
  public void forward() {
    for (int i = 0; i < out.rows; i++) {
      System.arraycopy(row.data, row.offset, out.data, out.offset + i * out.columns, out.columns);
    }
  }

  @Override
  public void backward() {
    if (!row.hasGradient()) return;
    Products.addColumnSums(out.grad, out.offset, row.grad, row.offset, out.rows, out.columns);
  }
}
