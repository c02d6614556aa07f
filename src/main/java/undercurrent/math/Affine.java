package undercurrent.math;

import java.util.Arrays;

/**
 * out = a·w + b.
 *
 * @param a {@code [n × k]}
 * @param w {@code [k × m]}
 * @param b {@code [1 × m]}
 * @param out {@code [n × m]}
 * @param transposed work space for wᵀ
 */
record Affine(Value a, Value w, Value b, Value out, float[] transposed) implements Operation {
  Affine(Value a, Value w, Value b, Value out) {
    this(a, w, b, out, new float[out.hasGradient() && a.hasGradient() ? w.size() : 0]);
    if (a.columns != w.rows || w.columns != b.columns || out.columns != w.columns) {
      throw new IllegalArgumentException(
          "affine: [%d×%d]·[%d×%d] + [1×%d]"
              .formatted(a.rows, a.columns, w.rows, w.columns, b.columns));
    }
  }

  @Override
  public void forward() {
    int m = w.columns;
    for (int i = 0; i < a.rows; i++) {
      System.arraycopy(b.data, b.offset, out.data, out.offset + i * m, m);
    }
    // out += a·w
    Products.addProduct(
        a.data, a.offset, w.data, w.offset, out.data, out.offset, a.rows, a.columns, m);
  }

  @Override
  public void backward() {
    int m = w.columns;
    // ∂a += ∂out·wᵀ
    if (a.hasGradient()) {
      Products.transpose(w.data, w.offset, transposed, w.rows, m);
      Products.addProduct(
          out.grad, out.offset, transposed, 0, a.grad, a.offset, a.rows, m, a.columns);
    }
    // ∂w += aᵀ·∂out
    Products.addTransposedProduct(
        a.data, a.offset, out.grad, out.offset, w.grad, w.offset, a.rows, a.columns, m);
    // ∂b += Σ rows of ∂out
    Products.addColumnSums(out.grad, out.offset, b.grad, b.offset, a.rows, m);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "affine" + Arrays.toString(new int[] {a.rows, a.columns, w.columns});
  }
}
