package undercurrent.math;

import static undercurrent.math.MatrixLanes.WIDTH;

/**
 * Products, Cholesky factors and triangular solves of many small matrices, one a row, row-major:
 *
 * <pre>
 *   PRODUCT       out = a·b, either one transposed
 *   CHOLESKY      out = L, lower, with L·Lᵀ = a; of a only the lower triangle is read
 *   SOLVE_LOWER   out = a⁻¹·b, a lower triangular
 *   SOLVE_UPPER   out = a⁻ᵀ·b, a lower triangular
 * </pre>
 *
 * A matrix that is not positive definite has a Cholesky factor of NaN. The gradients are those of
 * Murray, Differentiation of the Cholesky decomposition (2016), element by element.
 */
final class SmallMatrices implements Operation {
  /** Larger matrices belong to a library. */
  static final int LARGEST = 8;

  final Shape shape;
  final Broadcast a;
  final Broadcast b;
  final Value out;
  private final MatrixLanes x;
  private final MatrixLanes y;
  private final MatrixLanes z;
  private final MatrixLanes dx;
  private final MatrixLanes dy;
  private final MatrixLanes dz;
  private int count;

  /**
   * What is computed, and of which sizes.
   *
   * @param rows of out
   * @param inner the sum of a product runs over; else the rows of a
   * @param columns of out
   * @param flipA whether a product is of aᵀ
   * @param flipB whether a product is of bᵀ
   */
  record Shape(Kind kind, int rows, int inner, int columns, boolean flipA, boolean flipB) {
    Shape {
      if (Math.max(rows, Math.max(inner, columns)) > LARGEST) {
        throw new IllegalArgumentException("small matrices have at most 8 rows and columns");
      }
    }

    int a(int i, int p) {
      return (flipA ? p * rows + i : i * inner + p) * WIDTH;
    }

    int b(int p, int j) {
      return (flipB ? j * inner + p : p * columns + j) * WIDTH;
    }

    int out(int i, int j) {
      return (i * columns + j) * WIDTH;
    }
  }

  /** What is computed. */
  enum Kind {
    PRODUCT,
    CHOLESKY,
    SOLVE_LOWER,
    SOLVE_UPPER
  }

  /**
   * @param b the same as a for {@link Kind#CHOLESKY}, which has one operand
   */
  SmallMatrices(Shape shape, Value a, Value b, Value out) {
    this.shape = shape;
    int inner = shape.inner;
    this.a = Broadcast.of(a, out.rows, shape.rows * inner);
    this.b = Broadcast.of(b, out.rows, inner * shape.columns);
    this.out = out;
    java.util.Objects.checkIndex(out.columns - 1, shape.rows * shape.columns);
    x = new MatrixLanes(shape.rows * inner);
    y = new MatrixLanes(inner * shape.columns);
    z = new MatrixLanes(out.columns);
    dx = new MatrixLanes(shape.rows * inner);
    dy = new MatrixLanes(inner * shape.columns);
    dz = new MatrixLanes(out.columns);
  }

  /** Multiplications in one replay forwards. */
  double products() {
    return (double) out.rows * shape.rows * shape.inner * shape.columns;
  }

  @Override
  public void forward() {
    a.expand();
    b.expand();
    for (int from = 0; from < out.rows; from += WIDTH) {
      load(from);
      z.clear();
      switch (shape.kind) {
        case PRODUCT -> product();
        case CHOLESKY -> cholesky();
        case SOLVE_LOWER -> solveLower(y.data, z.data);
        case SOLVE_UPPER -> solveUpper(y.data, z.data);
      }
      z.store(out.data, out.offset + from * out.columns, count);
    }
  }

  private void load(int from) {
    count = Math.min(WIDTH, out.rows - from);
    x.load(a.data(), a.offset() + from * shape.rows * shape.inner, count);
    y.load(b.data(), b.offset() + from * shape.inner * shape.columns, count);
  }

  @Override
  public void backward() {
    a.clear();
    b.clear();
    for (int from = 0; from < out.rows; from += WIDTH) {
      load(from);
      z.load(out.data, out.offset + from * out.columns, count);
      dz.load(out.grad, out.offset + from * out.columns, count);
      dx.clear();
      dy.clear();
      switch (shape.kind) {
        case PRODUCT -> productBackward();
        case CHOLESKY -> choleskyBackward();
        case SOLVE_LOWER -> solveLowerBackward();
        case SOLVE_UPPER -> solveUpperBackward();
      }
      if (a.value().hasGradient()) {
        dx.addTo(a.gradientData(), a.offset() + from * shape.rows * shape.inner, count);
      }
      if (b.value().hasGradient()) {
        dy.addTo(b.gradientData(), b.offset() + from * shape.inner * shape.columns, count);
      }
    }
    if (a.value().hasGradient()) a.fold();
    if (b.value().hasGradient()) b.fold();
  }

  private void product() {
    for (int i = 0; i < shape.rows; i++) {
      for (int j = 0; j < shape.columns; j++) {
        for (int p = 0; p < shape.inner; p++) {
          plus(x.data, shape.a(i, p), y.data, shape.b(p, j), z.data, shape.out(i, j));
        }
      }
    }
  }

  // ∂a += ∂out·bᵀ      ∂b += aᵀ·∂out
  private void productBackward() {
    for (int i = 0; i < shape.rows; i++) {
      for (int j = 0; j < shape.columns; j++) {
        for (int p = 0; p < shape.inner; p++) {
          plus(dz.data, shape.out(i, j), y.data, shape.b(p, j), dx.data, shape.a(i, p));
          plus(x.data, shape.a(i, p), dz.data, shape.out(i, j), dy.data, shape.b(p, j));
        }
      }
    }
  }

  // Lⱼⱼ = √(aⱼⱼ − Σₖ Lⱼₖ²)      Lᵢⱼ = (aᵢⱼ − Σₖ Lᵢₖ Lⱼₖ) / Lⱼⱼ      k < j
  private void cholesky() {
    float[] l = z.data;
    for (int j = 0; j < shape.rows; j++) {
      int pivot = shape.out(j, j);
      for (int i = j; i < shape.rows; i++) {
        int at = shape.out(i, j);
        System.arraycopy(x.data, shape.a(i, j), l, at, count);
        for (int k = 0; k < j; k++) minus(l, shape.out(i, k), l, shape.out(j, k), l, at);
        if (i == j) Unary.apply(Unary.Kind.SQRT, l, at, l, at, count);
        else Loops.divide(l, at, l, pivot, l, at, count);
      }
    }
  }

  private void choleskyBackward() {
    float[] l = z.data;
    float[] d = dz.data;
    float[] da = dx.data;
    for (int j = shape.rows - 1; j >= 0; j--) {
      int pivot = shape.out(j, j);
      for (int i = shape.rows - 1; i > j; i--) {
        int at = shape.out(i, j);
        Loops.divide(d, at, l, pivot, da, at, count);
        minus(da, at, l, at, d, pivot);
        for (int k = 0; k < j; k++) {
          minus(da, at, l, shape.out(j, k), d, shape.out(i, k));
          minus(da, at, l, shape.out(i, k), d, shape.out(j, k));
        }
      }
      // ∂√s = ∂s / (2√s), twice over in each square of the sum
      Loops.divide(d, pivot, l, pivot, da, pivot, count);
      for (int k = 0; k < j; k++) minus(da, pivot, l, shape.out(j, k), d, shape.out(j, k));
      for (int lane = 0; lane < count; lane++) da[pivot + lane] *= 0.5f;
    }
  }

  /** out = a⁻¹·right. */
  private void solveLower(float[] right, float[] out) {
    for (int j = 0; j < shape.columns; j++) {
      for (int i = 0; i < shape.rows; i++) {
        int at = shape.out(i, j);
        System.arraycopy(right, at, out, at, count);
        for (int k = 0; k < i; k++) minus(x.data, shape.a(i, k), out, shape.out(k, j), out, at);
        Loops.divide(out, at, x.data, shape.a(i, i), out, at, count);
      }
    }
  }

  /** out = a⁻ᵀ·right. */
  private void solveUpper(float[] right, float[] out) {
    for (int j = 0; j < shape.columns; j++) {
      for (int i = shape.rows - 1; i >= 0; i--) {
        int at = shape.out(i, j);
        System.arraycopy(right, at, out, at, count);
        for (int k = i + 1; k < shape.rows; k++) {
          minus(x.data, shape.a(k, i), out, shape.out(k, j), out, at);
        }
        Loops.divide(out, at, x.data, shape.a(i, i), out, at, count);
      }
    }
  }

  // out = a⁻¹·b:  ∂b += a⁻ᵀ·∂out      ∂a −= (a⁻ᵀ·∂out)·outᵀ
  private void solveLowerBackward() {
    solveUpper(dz.data, dy.data);
    for (int i = 0; i < shape.rows; i++) {
      for (int k = 0; k <= i; k++) {
        for (int j = 0; j < shape.columns; j++) {
          minus(dy.data, shape.out(i, j), z.data, shape.out(k, j), dx.data, shape.a(i, k));
        }
      }
    }
  }

  // out = a⁻ᵀ·b:  ∂b += a⁻¹·∂out      ∂a −= out·(a⁻¹·∂out)ᵀ
  private void solveUpperBackward() {
    solveLower(dz.data, dy.data);
    for (int i = 0; i < shape.rows; i++) {
      for (int k = 0; k <= i; k++) {
        for (int j = 0; j < shape.columns; j++) {
          minus(z.data, shape.out(i, j), dy.data, shape.out(k, j), dx.data, shape.a(i, k));
        }
      }
    }
  }

  private void plus(float[] a, int i, float[] b, int j, float[] c, int k) {
    Loops.addProduct(a, i, b, j, c, k, count);
  }

  private void minus(float[] a, int i, float[] b, int j, float[] c, int k) {
    Loops.subtractProduct(a, i, b, j, c, k, count);
  }
}
