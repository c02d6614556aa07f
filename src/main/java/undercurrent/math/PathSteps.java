package undercurrent.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All steps of a {@link PathHead}; step t has the rows t·R … of every value.
 *
 * @param turn from r to a before tanh is applied in place
 * @param ofLate the weights that the gradient of the late part of r is multiplied with
 * @param toLate work space for that of a step
 * @param draws from a to z
 * @param memory the layer that reads the states
 * @param isAfter whether it moves when the state of a step is drawn, and not before
 */
record PathSteps(
    StepSum turn,
    Weight ofLate,
    float[] toLate,
    DrawSteps draws,
    Optional<MemorySteps> memory,
    boolean isAfter)
    implements Operation {
  /** The values whose gradients change. */
  List<Value> toward() {
    List<Value> toward = new ArrayList<>(turn.toward());
    toward.addAll(draws.toward());
    if (memory.isPresent()) toward.addAll(memory.get().toward());
    return toward;
  }

  /** Of the products inside, forwards, or also backwards but for the weights. */
  double multiplications(boolean both) {
    double heads = (both ? 2 : 1) * draws.heads().multiplications();
    double sum = turn.multiplications(both) + heads;
    return sum + memory.map(m -> m.multiplications(both)).orElse(0.0);
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
    Value a = turn.out();
    int rows = draws.rows();
    for (int from = 0; from < a.rows; from += rows) {
      if (!isAfter && memory.isPresent()) memory.get().forward(from);
      turn.forward(from);
      int at = a.offset + from * a.columns;
      Activation.apply(Activation.Kind.TANH, a.data, at, a.data, at, rows * a.columns);
      draws.forward(from, isKept);
      if (isAfter && memory.isPresent()) memory.get().forward(from);
    }
  }

  @Override
  public void backward() {
    draws.slopes();
    Value a = turn.out();
    int rows = draws.rows();
    int n = rows * a.columns;
    for (int from = a.rows - rows; from >= 0; from -= rows) {
      if (isAfter && memory.isPresent()) memory.get().backward(from);
      draws.backward(from);
      int at = a.offset + from * a.columns;
      System.arraycopy(draws.toRead(), 0, a.grad, at, n);
      Activation.Kind.TANH.timesSlope(a.data, at, a.grad, at, n);
      turn.backward(from, ofLate, toLate);
      if (!isAfter && memory.isPresent()) memory.get().backward(from);
    }
    turn.finish();
    if (memory.isPresent()) memory.get().input().finish();
  }
}
