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
 * @param turn from zₜ₋₁ to tanh(W zₜ₋₁ + b); its gradient is set, not added to
 * @param states h of each layer, {@code [T·B × H]}
 * @param c {@code [T·R × H]}
 * @param draws from c to z
 */
record CombinerSteps(StepProduct turn, List<Value> states, Value c, DrawSteps draws)
    implements Operation {
  /** The values whose gradients change. */
  List<Value> toward() {
    List<Value> toward = new ArrayList<>(states);
    toward.add(turn.a());
    toward.addAll(draws.toward());
    return toward;
  }

  /** Of both products, forwards. */
  double multiplications() {
    return turn.multiplications() + draws.heads().multiplications();
  }

  Value z() {
    return draws.z();
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
    int rows = draws.rows();
    for (int from = 0; from < c.rows; from += rows) {
      turn.forward(from, rows);
      combine(from);
      draws.forward(from, isKept);
    }
  }

  /** c of a step: the mean of tanh and the states, of which a row may count for all. */
  private void combine(int from) {
    float[] turned = turn.out().data;
    int first = from * c.columns;
    int n = draws.rows() * c.columns;
    int to = c.offset + first;
    int t = turn.at(from);
    Activation.apply(Activation.Kind.TANH, turned, t, turned, t, n);
    for (int p = 0; p < states.size(); p++) {
      Value state = states.get(p);
      int size = size(state);
      int at = state.offset + from / draws.rows() * size;
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
    return state.size() / (c.rows / draws.rows());
  }

  private float share() {
    return 1f / (states.size() + 1);
  }

  @Override
  public void backward() {
    draws.slopes();
    int rows = draws.rows();
    for (int from = c.rows - rows; from >= 0; from -= rows) {
      draws.backward(from);
      divide(from);
      turn.backward(from, rows);
    }
  }

  /** ∂c of a step to what it is the mean of, and through tanh. */
  private void divide(int from) {
    float share = share();
    float[] toCombined = draws.toRead();
    int n = draws.rows() * c.columns;
    for (int p = 0; p < states.size(); p++) {
      Value state = states.get(p);
      int size = size(state);
      int to = state.offset + from / draws.rows() * size;
      for (int i = 0; i < n; i += size) {
        Mean.add(toCombined, i, share, state.grad, to, size);
      }
    }
    Value turned = turn.out();
    int first = turn.at(from);
    int done = Lanes.on() ? Vectors.throughTanh(toCombined, share, turned, first, n) : 0;
    for (int i = done; i < n; i++) {
      float y = turned.data[first + i];
      turned.grad[first + i] = toCombined[i] * share * (1f - y * y);
    }
  }

  private static final class Vectors {
    static int throughTanh(float[] gradient, float share, Value turned, int first, int n) {
      FloatVector one = VectorFunctions.all(1f);
      int whole = VectorFunctions.whole(n);
      for (int i = 0; i < whole; i += LANES) {
        FloatVector y = load(turned.data, first + i);
        load(gradient, i).mul(share).mul(one.sub(y.mul(y))).intoArray(turned.grad, first + i);
      }
      return whole;
    }
  }
}
