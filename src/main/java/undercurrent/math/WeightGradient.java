package undercurrent.math;

import java.util.List;

/**
 * The gradient of weights that many steps of a recursion share, as one product over the rows of all
 * steps. It is recorded before the steps, so that backwards its turn comes when all of them are
 * done.
 *
 * <pre>
 *   ∂w += aᵀ·∂out      ∂b += Σ rows of ∂out
 * </pre>
 */
record WeightGradient(Value a, Value w, Value b, Value out, Products products)
    implements RowOperation {
  @Override
  public List<Value> read() {
    return List.of(a);
  }

  @Override
  public List<Value> shared() {
    return List.of(w, b);
  }

  @Override
  public WeightGradient rows(int from, int count) {
    return new WeightGradient(a.rows(from, count), w, b, out.rows(from, count), products);
  }

  @Override
  public void forward() {}

  @Override
  public void backward() {
    int m = w.columns;
    if (isOfPairs(m)) {
      PairProducts.addTransposed(
          a.data, a.offset, out.grad, out.offset, w.grad, w.offset, b.grad, b.offset, a.rows, m);
      return;
    }
    if (w.hasGradient()) {
      products.addTransposed(
          a.data, a.offset, out.grad, out.offset, w.grad, w.offset, a.rows, a.columns, m);
    }
    if (b.hasGradient()) {
      Products.addColumnSums(out.grad, out.offset, b.grad, b.offset, a.rows, m);
    }
  }

  private boolean isOfPairs(int m) {
    return Lanes.on()
        && a.columns == 2
        && m % (2 * VectorFunctions.LANES) == 0
        && w.hasGradient()
        && b.hasGradient();
  }
}
