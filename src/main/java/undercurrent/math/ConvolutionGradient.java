package undercurrent.math;

/**
 * The gradient of the weights of a plain {@link Convolution}, which many steps of a recursion may
 * share: it is taken of all rows at once. It is recorded before the steps, so that backwards its
 * turn comes when all of them are done.
 *
 * <pre>
 *   ∂w += P(large)ᵀ·∂small      ∂b += Σ rows of ∂small
 * </pre>
 */
record ConvolutionGradient(Value a, Value w, Value b, Value out, Products products, Patches patches)
    implements Operation {
  /** Multiplications in one replay backwards. */
  double multiplications() {
    return (double) out.rows * w.size();
  }

  @Override
  public void forward() {}

  @Override
  public void backward() {
    int m = w.columns;
    if (b.hasGradient()) {
      Products.addColumnSums(out.grad, out.offset, b.grad, b.offset, out.rows, m);
    }
    if (!w.hasGradient()) return;
    for (int from = 0; from < out.rows; from += Patches.BLOCK) {
      int rows = Math.min(Patches.BLOCK, out.rows - from);
      int at = out.offset + from * m;
      patches.layOut(a.data, a.offset, from, rows);
      products.addTransposed(patches.data(), 0, out.grad, at, w.grad, w.offset, rows, w.rows, m);
    }
  }
}
