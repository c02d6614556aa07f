package undercurrent.math;

import java.util.List;

/**
 * out = a ∘ b for each element, ∘ one of {@link Kind}; an operand of fewer rows or of one column is
 * repeated as {@link Broadcast} says.
 *
 * @param quotient work space for ∂out/b of a division
 */
record Binary(Kind kind, Broadcast a, Broadcast b, Value out, float[] quotient)
    implements RowOperation {
  Binary(Kind kind, Value a, Value b, Value out) {
    this(
        kind,
        Broadcast.of(a, out.rows, out.columns),
        Broadcast.of(b, out.rows, out.columns),
        out,
        new float[kind == Kind.DIVIDE ? out.size() : 0]);
  }

  @Override
  public List<Value> read() {
    return List.of(a.value(), b.value());
  }

  @Override
  public boolean isRowWise() {
    return a.isSame() && b.isSame();
  }

  @Override
  public Binary rows(int from, int count) {
    Value x = a.value().rows(from, count);
    Value y = b.value().rows(from, count);
    Value to = out.rows(from, count);
    return new Binary(
        kind,
        Broadcast.of(x, count, out.columns),
        Broadcast.of(y, count, out.columns),
        to,
        quotient);
  }

  @Override
  public void forward() {
    a.expand();
    b.expand();
    float[] x = a.data();
    float[] y = b.data();
    int i = a.offset();
    int j = b.offset();
    switch (kind) {
      case ADD -> Loops.add(x, i, y, j, out.data, out.offset, out.size());
      case SUBTRACT -> Loops.subtract(x, i, y, j, out.data, out.offset, out.size());
      case MULTIPLY -> Loops.multiply(x, i, y, j, out.data, out.offset, out.size());
      case DIVIDE -> Loops.divide(x, i, y, j, out.data, out.offset, out.size());
    }
  }

  @Override
  public void backward() {
    int n = out.size();
    // ∂(x/y)/∂x = 1/y      ∂(x/y)/∂y = −(x/y)/y
    if (kind == Kind.DIVIDE) {
      Loops.divide(out.grad, out.offset, b.data(), b.offset(), quotient, 0, n);
    }
    if (a.value().hasGradient()) {
      a.clear();
      towardFirst(a.gradientData(), a.offset(), n);
      a.fold();
    }
    if (b.value().hasGradient()) {
      b.clear();
      towardSecond(b.gradientData(), b.offset(), n);
      b.fold();
    }
  }

  private void towardFirst(float[] dx, int i, int n) {
    switch (kind) {
      case ADD, SUBTRACT -> Loops.add(dx, i, out.grad, out.offset, dx, i, n);
      case MULTIPLY -> Loops.addProduct(out.grad, out.offset, b.data(), b.offset(), dx, i, n);
      case DIVIDE -> Loops.add(dx, i, quotient, 0, dx, i, n);
    }
  }

  private void towardSecond(float[] dy, int j, int n) {
    switch (kind) {
      case ADD -> Loops.add(dy, j, out.grad, out.offset, dy, j, n);
      case SUBTRACT -> Loops.subtract(dy, j, out.grad, out.offset, dy, j, n);
      case MULTIPLY -> Loops.addProduct(out.grad, out.offset, a.data(), a.offset(), dy, j, n);
      case DIVIDE -> Loops.subtractProduct(quotient, 0, out.data, out.offset, dy, j, n);
    }
  }

  /** What ∘ is. */
  enum Kind {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE
  }
}
