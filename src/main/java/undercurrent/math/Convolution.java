package undercurrent.math;

import java.util.List;
import java.util.Locale;

/**
 * A convolution of frames, as products of {@link Patches}: with P(x) the matrix of one row a small
 * pixel, which holds the large pixels that it sees, and P′ its adjoint, which adds the rows of such
 * a matrix back to a frame,
 *
 * <pre>
 *   plain        small = f(P(large)·w + b)      ∂large += P′(∂small·wᵀ)
 *   transposed   large = f(P′(small·w) + b)     ∂small += P(∂large)·wᵀ
 * </pre>
 *
 * with f the identity, ReLU, tanh or sigmoid. The gradient of w and b of a plain one is not its
 * business but that of {@link ConvolutionGradient}; a transposed one takes it too, since P(∂large)
 * is laid out for both:
 *
 * <pre>
 *   ∂w += smallᵀ·P(∂large)      ∂b += Σ rows of ∂large
 * </pre>
 *
 * @param a the large frames of a plain convolution, the small ones of a transposed one
 * @param w {@code [kernel²·channels × out]} of a plain convolution, {@code [in × kernel²·channels]}
 *     of a transposed one
 */
record Convolution(
    FrameGeometry geometry,
    boolean transposed,
    Value a,
    Weight w,
    Value b,
    Activation.Kind f,
    Value out,
    Products products,
    Patches patches)
    implements Operation {
  Convolution {
    Value large = transposed ? out : a;
    Value small = transposed ? a : out;
    Value weights = w.value();
    int k = geometry.patch() * large.columns;
    boolean fits = transposed ? weights.columns == k : weights.rows == k;
    boolean other = (transposed ? weights.rows : weights.columns) == small.columns;
    boolean whole = large.rows % geometry.pixels() == 0 && b.columns == out.columns;
    boolean equal = large.rows / geometry.pixels() * geometry.smallPixels() == small.rows;
    if (!fits || !other || !whole || !equal) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "convolution: [%d×%d] by [%d×%d] to [%d×%d] with %s",
              a.rows,
              a.columns,
              weights.rows,
              weights.columns,
              out.rows,
              out.columns,
              geometry));
    }
  }

  /** Multiplications in one replay forwards, or also backwards. */
  double multiplications(boolean both) {
    Value small = transposed ? a : out;
    double once = (double) small.rows * w.value().size();
    return once * (1 + (a.hasGradient() ? 1 : 0) + (both && transposed ? 1 : 0));
  }

  /** The values whose gradients it changes, but for its output. */
  List<Value> toward() {
    return transposed ? List.of(a, w.value(), b) : List.of(a);
  }

  @Override
  public void forward() {
    Repeat.fill(b, out);
    Value small = transposed ? a : out;
    for (int from = 0; from < small.rows; from += Patches.BLOCK) {
      int rows = Math.min(Patches.BLOCK, small.rows - from);
      int at = small.offset + from * small.columns;
      if (transposed) {
        products.set(a.data, at, rows, w.panels(), patches.data(), 0);
        patches.addBack(from, rows, out.data, out.offset);
      } else {
        patches.layOut(a.data, a.offset, from, rows);
        products.add(patches.data(), 0, rows, w.panels(), out.data, at);
      }
    }
    Activation.apply(f, out.data, out.offset, out.data, out.offset, out.size());
  }

  @Override
  public void backward() {
    // ∂out becomes that of what f is applied to, in place: no other operation reads it.
    f.timesSlope(out.data, out.offset, out.grad, out.offset, out.size());
    if (transposed) backwardTransposed();
    else if (a.hasGradient()) backwardPlain();
  }

  private void backwardTransposed() {
    Value weights = w.value();
    if (b.hasGradient()) {
      Products.addColumnSums(out.grad, out.offset, b.grad, b.offset, out.rows, out.columns);
    }
    for (int from = 0; from < a.rows; from += Patches.BLOCK) {
      int rows = Math.min(Patches.BLOCK, a.rows - from);
      int at = a.offset + from * a.columns;
      float[] seen = patches.data();
      patches.layOut(out.grad, out.offset, from, rows);
      if (weights.hasGradient()) {
        int m = weights.columns;
        products.addTransposed(
            a.data, at, seen, 0, weights.grad, weights.offset, rows, a.columns, m);
      }
      if (a.hasGradient()) products.add(seen, 0, rows, w.transposed(), a.grad, at);
    }
  }

  private void backwardPlain() {
    for (int from = 0; from < out.rows; from += Patches.BLOCK) {
      int rows = Math.min(Patches.BLOCK, out.rows - from);
      int at = out.offset + from * out.columns;
      products.set(out.grad, at, rows, w.transposed(), patches.data(), 0);
      patches.addBack(from, rows, a.grad, a.offset);
    }
  }
}
