package undercurrent.math;

import java.util.Locale;

/**
 * out = f(a·w + b) with f the identity, ReLU, tanh or sigmoid. The gradient of w and b is not its
 * business but that of {@link WeightGradient}.
 *
 * @param a {@code [n × k]}
 * @param w {@code [k × m]}
 * @param b {@code [1 × m]}
 * @param out {@code [n × m]}
 */
record Affine(Value a, Weight w, Value b, Activation.Kind f, Value out, Products products)
    implements Operation {
  Affine {
    Value weights = w.value();
    if (a.columns != weights.rows || weights.columns != b.columns || out.columns != b.columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "affine: [%d×%d]·[%d×%d] + [1×%d]",
              a.rows,
              a.columns,
              weights.rows,
              weights.columns,
              b.columns));
    }
  }

  @Override
  public void forward() {
    products.add(a.data, a.offset, a.rows, w.panels(), b.data, b.offset, out.data, out.offset);
    Activation.apply(f, out.data, out.offset, out.data, out.offset, out.size());
  }

  /** The bias in every row; what is filled is copied as a whole, in few and long copies. */
  static void fill(Value b, Value out) {
    int size = out.size();
    System.arraycopy(b.data, b.offset, out.data, out.offset, b.columns);
    for (int done = b.columns; done < size; done *= 2) {
      int count = Math.min(done, size - done);
      System.arraycopy(out.data, out.offset, out.data, out.offset + done, count);
    }
  }

  @Override
  public void backward() {
    // ∂out becomes that of a·w + b in place: no other operation reads it.
    f.timesSlope(out.data, out.offset, out.grad, out.offset, out.size());
    // ∂a += ∂out·wᵀ
    if (a.hasGradient()) {
      products.add(out.grad, out.offset, a.rows, w.transposed(), a.grad, a.offset);
    }
  }
}
