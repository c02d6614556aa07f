package undercurrent.math;

import java.util.List;

/**
 * out = f(ReLU(x·w₁ + b₁)·w₂ + b₂) of rows of two numbers, which is a state that can be seen in a
 * plane, with the bits of two {@link Affine} operations and their {@link WeightGradient}s. Hidden
 * units are computed anew where they are needed, from two numbers each, and kept nowhere.
 *
 * @param x {@code [n × 2]}
 * @param w1 {@code [2 × H]}
 * @param b1 {@code [1 × H]}
 * @param w2 {@code [H × 2]}
 * @param b2 {@code [1 × 2]}
 * @param out {@code [n × 2]}
 * @param units of each hidden unit the two weights, the bias and the two weights behind it, {@code
 *     [5 × H]}
 * @param sums the gradients of these
 */
record PlanePerceptron(
    Value x,
    Value w1,
    Value b1,
    Value w2,
    Value b2,
    Activation.Kind f,
    Value out,
    float[] units,
    float[] sums)
    implements RowOperation {
  /** Rows of {@link #units}. */
  private static final int PARTS = 5;

  static PlanePerceptron of(
      Value x, Value w1, Value b1, Value w2, Value b2, Activation.Kind f, Value out) {
    float[] units = Products.space(PARTS * b1.columns);
    return new PlanePerceptron(x, w1, b1, w2, b2, f, out, units, units.clone());
  }

  /** Whether these have its shapes, and there are enough rows. */
  static boolean fits(Value x, Value w2) {
    return x.columns == 2 && w2.columns == 2 && x.rows >= Lanes.MOST && x.hasGradient();
  }

  int hidden() {
    return b1.columns;
  }

  /** Those of the two products of a run forwards. */
  double multiplications() {
    return 4.0 * x.rows * hidden();
  }

  @Override
  public List<Value> read() {
    return List.of(x);
  }

  @Override
  public List<Value> shared() {
    return List.of(w1, b1, w2, b2);
  }

  @Override
  public PlanePerceptron rows(int from, int count) {
    Value to = out.rows(from, count);
    return new PlanePerceptron(x.rows(from, count), w1, b1, w2, b2, f, to, units, sums);
  }

  @Override
  public void forward() {
    int h = hidden();
    gather(w1.data, b1.data, w2.data, units);
    int done = Lanes.on() ? PlaneVectors.forward(this) : 0;
    for (int r = done; r < x.rows; r++) {
      float u = x.data[x.offset + 2 * r];
      float v = x.data[x.offset + 2 * r + 1];
      float p = b2.data[b2.offset];
      float q = b2.data[b2.offset + 1];
      for (int k = 0; k < h; k++) {
        float a = Math.max(unit(k, u, v), 0f);
        p = Math.fma(a, units[3 * h + k], p);
        q = Math.fma(a, units[4 * h + k], q);
      }
      out.data[out.offset + 2 * r] = p;
      out.data[out.offset + 2 * r + 1] = q;
    }
    Activation.apply(f, out.data, out.offset, out.data, out.offset, out.size());
  }

  @Override
  public void backward() {
    f.timesSlope(out.data, out.offset, out.grad, out.offset, out.size());
    towardInput();
    gather(w1.grad, b1.grad, w2.grad, sums);
    towardWeights();
    scatter();
    Products.addColumnSums(out.grad, out.offset, b2.grad, b2.offset, out.rows, 2);
  }

  private void towardInput() {
    int h = hidden();
    int done = Lanes.on() ? PlaneVectors.towardInput(this) : 0;
    for (int r = done; r < x.rows; r++) {
      float u = x.data[x.offset + 2 * r];
      float v = x.data[x.offset + 2 * r + 1];
      float p = out.grad[out.offset + 2 * r];
      float q = out.grad[out.offset + 2 * r + 1];
      float du = x.grad[x.offset + 2 * r];
      float dv = x.grad[x.offset + 2 * r + 1];
      for (int k = 0; k < h; k++) {
        float d = toward(k, unit(k, u, v), p, q);
        du = Math.fma(d, units[k], du);
        dv = Math.fma(d, units[h + k], dv);
      }
      x.grad[x.offset + 2 * r] = du;
      x.grad[x.offset + 2 * r + 1] = dv;
    }
  }

  private void towardWeights() {
    int h = hidden();
    int done = Lanes.on() ? PlaneVectors.towardWeights(this) : 0;
    // Of the units in vectors, the last of an odd number of rows is left.
    for (int k = 0; k < h; k++) {
      for (int r = k < done ? x.rows / 2 * 2 : 0; r < x.rows; r++) {
        float u = x.data[x.offset + 2 * r];
        float v = x.data[x.offset + 2 * r + 1];
        float p = out.grad[out.offset + 2 * r];
        float q = out.grad[out.offset + 2 * r + 1];
        float a = unit(k, u, v);
        float d = toward(k, a, p, q);
        sums[k] = Math.fma(u, d, sums[k]);
        sums[h + k] = Math.fma(v, d, sums[h + k]);
        sums[2 * h + k] += d;
        sums[3 * h + k] = Math.fma(Math.max(a, 0f), p, sums[3 * h + k]);
        sums[4 * h + k] = Math.fma(Math.max(a, 0f), q, sums[4 * h + k]);
      }
    }
  }

  /** A hidden unit before ReLU. */
  private float unit(int k, float u, float v) {
    int h = hidden();
    return Math.fma(v, units[h + k], Math.fma(u, units[k], units[2 * h + k]));
  }

  /** Its gradient. */
  private float toward(int k, float a, float p, float q) {
    int h = hidden();
    float d = Math.fma(q, units[4 * h + k], Math.fma(p, units[3 * h + k], 0f));
    return d * (a > 0 ? 1f : 0f);
  }

  private void gather(float[] first, float[] bias, float[] second, float[] to) {
    int h = hidden();
    System.arraycopy(first, w1.offset, to, 0, 2 * h);
    System.arraycopy(bias, b1.offset, to, 2 * h, h);
    for (int k = 0; k < h; k++) {
      to[3 * h + k] = second[w2.offset + 2 * k];
      to[4 * h + k] = second[w2.offset + 2 * k + 1];
    }
  }

  private void scatter() {
    int h = hidden();
    System.arraycopy(sums, 0, w1.grad, w1.offset, 2 * h);
    System.arraycopy(sums, 2 * h, b1.grad, b1.offset, h);
    for (int k = 0; k < h; k++) {
      w2.grad[w2.offset + 2 * k] = sums[3 * h + k];
      w2.grad[w2.offset + 2 * k + 1] = sums[4 * h + k];
    }
  }
}
