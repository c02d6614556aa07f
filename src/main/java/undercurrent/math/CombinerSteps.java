package undercurrent.math;

import static undercurrent.math.VectorFunctions.LANES;
import static undercurrent.math.VectorFunctions.load;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/**
 * All steps of a {@link Combiner}. Step t has the rows t·R … of every value but the states of
 * recurrent layers, which have B rows a step.
 *
 * @param rows R
 * @param turn from zₜ₋₁ to tanh(W zₜ₋₁ + b)
 * @param states h of each layer, {@code [T·B × H]}
 * @param heads from c to spreads and means side by side, {@code [T·R × 2Z]}
 * @param draws z of each step
 * @param slope work space for those of the softplus, {@code [T·R × Z]}
 * @param toCombined work space for ∂c of a step, {@code [R × H]}
 * @param zeros {@code [1 × H]}
 */
record CombinerSteps(
    int rows,
    Product turn,
    List<Value> states,
    Product heads,
    float floor,
    Value mean,
    Value sd,
    List<Sampling> draws,
    Value z,
    float[] slope,
    float[] toCombined,
    float[] zeros)
    implements Operation {
  CombinerSteps(
      int rows,
      Product turn,
      List<Value> states,
      Product heads,
      float floor,
      Value noise,
      Value mean,
      Value sd,
      Value z) {
    this(
        rows,
        turn,
        states,
        heads,
        floor,
        mean,
        sd,
        draws(rows, mean, sd, noise, z),
        z,
        new float[z.hasGradient() ? z.size() : 0],
        new float[rows * heads.a.columns],
        new float[heads.a.columns]);
  }

  private static List<Sampling> draws(int rows, Value mean, Value sd, Value noise, Value z) {
    List<Sampling> draws = new ArrayList<>();
    for (int i = 0; i < z.rows; i += rows) {
      Value m = mean.rows(i, rows);
      draws.add(new Sampling(m, sd.rows(i, rows), noise.rows(i, rows), z.rows(i, rows)));
    }
    return List.copyOf(draws);
  }

  /**
   * A product whose rows are computed step by step.
   *
   * @param a {@code [T·R × k]}
   * @param out {@code [T·R × m]}; its gradient is set, not added to
   */
  record Product(Value a, Weight w, Value b, Value out, Products products) {
    private void forward(int from, int rows) {
      int at = a.offset + from * a.columns;
      int to = out.offset + from * out.columns;
      products.add(a.data, at, rows, w.panels(), b.data, b.offset, out.data, to);
    }
  }

  /** Of both products, forwards. */
  double multiplications() {
    return (double) turn.a.size() * turn.out.columns + (double) heads.a.size() * heads.out.columns;
  }

  @Override
  public void forward() {
    forward(false);
  }

  /**
   * Computes all steps.
   *
   * @param isKept whether the states stay as they are
   */
  void forward(boolean isKept) {
    for (int from = 0; from < z.rows; from += rows) {
      turn.forward(from, rows);
      combine(from);
      heads.forward(from, rows);
      split(from);
      int first = from * z.columns;
      int n = rows * z.columns;
      int s = sd.offset + first;
      Activation.apply(Activation.Kind.SOFTPLUS, sd.data, s, sd.data, s, n);
      for (int i = s; i < s + n; i++) sd.data[i] += floor;
      if (!isKept) draws.get(from / rows).forward();
    }
  }

  /** c of a step: the mean of tanh and the states, of which a row may count for all. */
  private void combine(int from) {
    Value c = heads.a;
    float[] turned = turn.out.data;
    int first = from * c.columns;
    int n = rows * c.columns;
    int to = c.offset + first;
    int t = turn.out.offset + first;
    Activation.apply(Activation.Kind.TANH, turned, t, turned, t, n);
    for (int p = 0; p < states.size(); p++) {
      Value state = states.get(p);
      int size = size(state);
      int at = state.offset + from / rows * size;
      float share = p == states.size() - 1 ? share() : 1f;
      float[] sum = p == 0 ? turned : c.data;
      int sumAt = p == 0 ? t : to;
      for (int i = 0; i < n; i += size) {
        Loops.share(sum, sumAt + i, state.data, at, share, c.data, to + i, size);
      }
    }
  }

  /** Numbers of a state at one step. */
  private int size(Value state) {
    return state.size() / (z.rows / rows);
  }

  private float share() {
    return 1f / (states.size() + 1);
  }

  /** Spreads and means, each to a block of its own. */
  private void split(int from) {
    int size = z.columns;
    float[] both = heads.out.data;
    for (int row = from; row < from + rows; row++) {
      int at = heads.out.offset + row * 2 * size;
      Loops.copy(both, at, sd.data, sd.offset + row * size, size);
      Loops.copy(both, at + size, mean.data, mean.offset + row * size, size);
    }
  }

  @Override
  public void backward() {
    slopes();
    for (int from = z.rows - rows; from >= 0; from -= rows) {
      join(from);
      int at = heads.out.offset + from * heads.out.columns;
      heads.products.add(heads.out.grad, at, rows, heads.w.transposed(), zeros, 0, toCombined, 0);
      divide(from);
      Value last = turn.a;
      int first = turn.out.offset + from * turn.out.columns;
      turn.products.add(
          turn.out.grad,
          first,
          rows,
          turn.w.transposed(),
          last.grad,
          last.offset + from * last.columns);
    }
  }

  /** softplus′ = sigmoid, of all steps. */
  private void slopes() {
    int size = z.columns;
    for (int row = 0; row < z.rows; row++) {
      int at = heads.out.offset + row * 2 * size;
      Loops.copy(heads.out.data, at, slope, row * size, size);
    }
    Activation.apply(Activation.Kind.SIGMOID, slope, 0, slope, 0, slope.length);
  }

  /** The gradients of spreads and means of a step, side by side. */
  private void join(int from) {
    draws.get(from / rows).backward();
    int size = z.columns;
    int first = sd.offset + from * size;
    Loops.multiply(sd.grad, first, slope, from * size, sd.grad, first, rows * size);
    float[] both = heads.out.grad;
    for (int row = from; row < from + rows; row++) {
      int at = heads.out.offset + row * 2 * size;
      Loops.copy(sd.grad, sd.offset + row * size, both, at, size);
      Loops.copy(mean.grad, mean.offset + row * size, both, at + size, size);
    }
  }

  /** ∂c of a step to what it is the mean of, and through tanh. */
  private void divide(int from) {
    float share = share();
    int n = toCombined.length;
    for (int p = 0; p < states.size(); p++) {
      Value state = states.get(p);
      int size = size(state);
      int to = state.offset + from / rows * size;
      for (int i = 0; i < n; i += size) {
        Mean.add(toCombined, i, share, state.grad, to, size);
      }
    }
    Value turned = turn.out;
    int first = turned.offset + from * turned.columns;
    int done = Lanes.on() ? Vectors.throughTanh(this, share, first, n) : 0;
    for (int i = done; i < n; i++) {
      float y = turned.data[first + i];
      turned.grad[first + i] = toCombined[i] * share * (1f - y * y);
    }
  }

  private static final class Vectors {
    static int throughTanh(CombinerSteps o, float share, int first, int n) {
      FloatVector one = VectorFunctions.all(1f);
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        FloatVector y = load(o.turn.out.data, first + i);
        load(o.toCombined, i)
            .mul(share)
            .mul(one.sub(y.mul(y)))
            .intoArray(o.turn.out.grad, first + i);
      }
      return whole;
    }
  }
}
