package undercurrent.math;

/**
 * The gradient of the weights of a {@link Convolution}, which many steps of a recursion may share:
 * it is taken of all rows at once. It is recorded before the steps, so that backwards its turn
 * comes when all of them are done.
 *
 * <pre>
 *   plain        ∂w += P(large)ᵀ·∂small      ∂b += Σ rows of ∂small
 *   transposed   ∂w += smallᵀ·P(∂large)      ∂b += Σ rows of ∂large
 * </pre>
 */
record ConvolutionGradient(
    boolean transposed, Value a, Value w, Value b, Value out, Products products, Patches patches)
    implements Operation {
  /** Multiplications in one replay backwards. */
  double multiplications() {
    Value small = transposed ? a : out;
    return (double) small.rows * w.size();
  }

  @Override
  public void forward() {}

  @Override
  public void backward() {
    if (b.hasGradient()) {
      Products.addColumnSums(out.grad, out.offset, b.grad, b.offset, out.rows, out.columns);
    }
    if (!w.hasGradient()) return;
    Value small = transposed ? a : out;
    for (int from = 0; from < small.rows; from += Patches.BLOCK) {
      int rows = Math.min(Patches.BLOCK, small.rows - from);
      int at = small.offset + from * small.columns;
      if (transposed) patches.layOut(out.grad, out.offset, from, rows);
      else patches.layOut(a.data, a.offset, from, rows);
      float[] seen = patches.data();
      float[] left = transposed ? a.data : seen;
      float[] right = transposed ? seen : out.grad;
      products.addTransposed(
          left,
          transposed ? at : 0,
          right,
          transposed ? 0 : at,
          w.grad,
          w.offset,
          rows,
          w.rows,
          w.columns);
    }
  }
}
