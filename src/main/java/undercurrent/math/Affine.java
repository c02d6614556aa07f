package undercurrent.math;

import java.util.List;
import java.util.Locale;

/**
 * out = f(a·w + b) with f the identity, ReLU, tanh or sigmoid. The gradient of w and b is not its
 * business but that of {@link WeightGradient}.
 *
 * @param a {@code [n × k]}
 * @param w {@code [k × m]}
 * @param b {@code [1 × m]}
 * @param out {@code [n × m]}
 * @param sets whether ∂a is set instead of added to, see {@link Clearing}
 */
record Affine(
    Value a, Weight w, Value b, Activation.Kind f, Value out, Products products, boolean sets)
    implements RowOperation {
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

  Affine(Value a, Weight w, Value b, Activation.Kind f, Value out, Products products) {
    this(a, w, b, f, out, products, false);
  }

  /** The same, which sets ∂a or adds to it. */
  Affine setting(boolean sets) {
    return new Affine(a, w, b, f, out, products, sets);
  }

  @Override
  public List<Value> read() {
    return List.of(a);
  }

  @Override
  public List<Value> shared() {
    return List.of(w.value(), b);
  }

  @Override
  public Affine rows(int from, int count) {
    Value to = out.rows(from, count);
    return new Affine(a.rows(from, count), w, b, f, to, products, sets);
  }

  @Override
  public void forward() {
    products.add(a.data, a.offset, a.rows, w.panels(), b.data, b.offset, out.data, out.offset);
    Activation.apply(f, out.data, out.offset, out.data, out.offset, out.size());
  }

  @Override
  public void backward() {
    // ∂out becomes that of a·w + b in place: no other operation reads it.
    f.timesSlope(out.data, out.offset, out.grad, out.offset, out.size());
    // ∂a = ∂out·wᵀ, or += that
    Panels right = w.transposed();
    if (sets) products.set(out.grad, out.offset, a.rows, right, a.grad, a.offset);
    else if (a.hasGradient()) {
      products.add(out.grad, out.offset, a.rows, right, a.grad, a.offset);
    }
  }
}
