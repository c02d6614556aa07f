package undercurrent.math;

/**
 * a·w + b, whose rows are computed step by step in a recursion; the gradients of w and b are taken
 * of all rows at once.
 *
 * @param a {@code [T·R × k]}
 * @param out {@code [T·R × m]}; its gradient is set, not added to
 */
record StepProduct(Value a, Weight w, Value b, Value out, Products products) {
  static StepProduct of(Tape tape, Value a, Weight w, Value b) {
    Value out = tape.gates(a.rows, w.value().columns);
    tape.weightGradient(a, w.value(), b, out);
    return new StepProduct(a, w, b, out, tape.products);
  }

  void forward(int from, int rows) {
    products.add(a.data, in(from), rows, w.panels(), b.data, b.offset, out.data, at(from));
  }

  /** ∂a += ∂out·wᵀ. */
  void backward(int from, int rows) {
    products.add(out.grad, at(from), rows, w.transposed(), a.grad, in(from));
  }

  private int in(int row) {
    return a.offset + row * a.columns;
  }

  /** Where a row of the result lies. */
  int at(int row) {
    return out.offset + row * out.columns;
  }

  double multiplications() {
    return (double) a.size() * out.columns;
  }
}
