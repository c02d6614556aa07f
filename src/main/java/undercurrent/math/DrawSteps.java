package undercurrent.math;

import java.util.ArrayList;
import java.util.List;

/**
 * What draws the states of a recursion from what is computed at each step, with r given:
 *
 * <pre>
 *   z = μ + sd ⊙ ε      μ = W_m r + b_m      sd = softplus(W_s r + b_s) + floor
 * </pre>
 *
 * Both layers are one product; backwards the spreads come first, as in separate ones.
 *
 * @param rows R, of a step
 * @param heads from r to spreads and means side by side, {@code [T·R × 2Z]}
 * @param draws z of each step
 * @param slope work space for those of the softplus, {@code [T·R × Z]}
 * @param toRead ∂r of the last step that {@link #backward} was called for, {@code [R × H]}
 */
record DrawSteps(
    int rows,
    StepProduct heads,
    float floor,
    Value mean,
    Value sd,
    List<Sampling> draws,
    Value z,
    float[] slope,
    float[] toRead) {
  /**
   * Records what is computed once for all steps.
   *
   * @param read r, {@code [T·R × H]}
   * @param all z₀ … z_T, {@code [(T + 1)·R × Z]}
   * @param mu where the means go, {@code [T·R × Z]}
   * @param sd where the standard deviations go, {@code [T·R × Z]}
   */
  static DrawSteps of(
      Tape tape,
      Value read,
      Linear mean,
      Linear spread,
      float floor,
      Value noise,
      Value all,
      Value mu,
      Value sd) {
    int count = noise.rows;
    int rows = all.rows - count;
    int size = noise.columns;
    int units = read.columns;
    Value both = tape.block(1 + units, 2 * size);
    beside(tape, spread, both, 0);
    beside(tape, mean, both, size);
    Weight weight = tape.weight(both.rows(1, units));
    StepProduct heads = StepProduct.of(tape, read, weight, both.rows(0, 1));
    Value z = all.rows(rows, count);
    List<Sampling> draws = new ArrayList<>();
    for (int i = 0; i < count; i += rows) {
      Value to = z.rows(i, rows);
      draws.add(new Sampling(mu.rows(i, rows), sd.rows(i, rows), noise.rows(i, rows), to));
    }
    float[] slope = new float[z.hasGradient() ? z.size() : 0];
    float[] toRead = Products.space(rows * units);
    return new DrawSteps(rows, heads, floor, mu, sd, List.copyOf(draws), z, slope, toRead);
  }

  /** The values whose gradients change, but for z and r. */
  List<Value> toward() {
    return List.of(mean, sd);
  }

  /** Copies bias and weight, whose rows follow it: what begins with a bias has room behind it. */
  private static void beside(Tape tape, Linear head, Value both, int to) {
    int size = head.bias().columns();
    tape.copy(tape.parameter(head.bias()), 0, both.rows(0, 1), to, size);
    tape.copy(tape.parameter(head.weight()), 0, both.rows(1, both.rows - 1), to, size);
  }

  /**
   * Draws the step that begins at a row.
   *
   * @param isKept whether the states stay as they are
   */
  void forward(int from, boolean isKept) {
    heads.forward(from, rows);
    split(from);
    int n = rows * z.columns;
    int s = sd.offset + from * z.columns;
    Activation.apply(Activation.Kind.SOFTPLUS, sd.data, s, sd.data, s, n);
    for (int i = s; i < s + n; i++) sd.data[i] += floor;
    if (!isKept) draws.get(from / rows).forward();
  }

  /** Spreads and means, each to a block of its own. */
  private void split(int from) {
    int size = z.columns;
    float[] both = heads.out().data;
    for (int row = from; row < from + rows; row++) {
      int at = heads.at(row);
      Loops.copy(both, at, sd.data, sd.offset + row * size, size);
      Loops.copy(both, at + size, mean.data, mean.offset + row * size, size);
    }
  }

  /** softplus′ = sigmoid, of all steps, before the first of them backwards. */
  void slopes() {
    int size = z.columns;
    for (int row = 0; row < z.rows; row++) {
      Loops.copy(heads.out().data, heads.at(row), slope, row * size, size);
    }
    Activation.apply(Activation.Kind.SIGMOID, slope, 0, slope, 0, slope.length);
  }

  /** The gradient of a step, whose ∂r is in {@link #toRead}. */
  void backward(int from) {
    join(from);
    Products products = heads.products();
    Panels transposed = heads.w().transposed();
    products.set(heads.out().grad, heads.at(from), rows, transposed, toRead, 0);
  }

  /** The gradients of spreads and means of a step, side by side. */
  private void join(int from) {
    draws.get(from / rows).backward();
    int size = z.columns;
    int first = sd.offset + from * size;
    Loops.multiply(sd.grad, first, slope, from * size, sd.grad, first, rows * size);
    float[] both = heads.out().grad;
    for (int row = from; row < from + rows; row++) {
      int at = heads.at(row);
      Loops.copy(sd.grad, sd.offset + row * size, both, at, size);
      Loops.copy(mean.grad, mean.offset + row * size, both, at + size, size);
    }
  }
}
