package undercurrent.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A long short-term memory layer inside a recursion that is one operation. Backwards both products
 * read the same gradient of the gates, and are one.
 *
 * @param input W·x + b
 * @param state U·h₋ + c
 * @param both U, and below it the rows of W for the late part of x
 * @param gradients work space for ∂h₋ and ∂late of a step beside each other, {@code [R × (H + k)]}
 * @param cells of each step
 */
record MemorySteps(
    StepSum input, StepProduct state, Weight both, float[] gradients, List<LstmCell> cells) {
  /** Records what is done for all steps at once. */
  static MemorySteps of(Tape tape, StepSum input, StepProduct state, List<LstmCell> cells) {
    Value u = state.w().value();
    Value late = input.ofLate();
    Value both = tape.input(tape.isDifferentiable() ? u.rows + late.rows : 0, u.columns);
    if (tape.isDifferentiable()) {
      tape.copy(u.constant(), 0, both.rows(0, u.rows), 0, u.columns);
      tape.copy(late.constant(), 0, both.rows(u.rows, late.rows), 0, u.columns);
    }
    float[] gradients = Products.space(input.rows() * both.rows);
    return new MemorySteps(input, state, tape.backwards(both), gradients, List.copyOf(cells));
  }

  /** The values whose gradients change. */
  List<Value> toward() {
    List<Value> toward = new ArrayList<>(input.toward());
    toward.add(state.a());
    for (LstmCell cell : cells) toward.addAll(List.of(cell.before(), cell.cellBefore()));
    return toward;
  }

  void forward(int from) {
    int rows = input.rows();
    input.forward(from);
    state.forward(from, rows);
    cells.get(from / rows).forward();
  }

  /** ∂h₋ goes on from what is there; so does ∂late where it is alone, else it is added. */
  void backward(int from) {
    int rows = input.rows();
    cells.get(from / rows).backward();
    Value h = state.a();
    Value late = input.late();
    boolean isAlone = input.isAlone();
    int width = h.columns + late.columns;
    for (int i = 0; i < rows; i++) {
      int to = i * width;
      Loops.copy(h.grad, h.offset + (from + i) * h.columns, gradients, to, h.columns);
      int at = late.offset + (from + i) * late.columns;
      if (isAlone) Loops.copy(late.grad, at, gradients, to + h.columns, late.columns);
      else Arrays.fill(gradients, to + h.columns, to + width, 0f);
    }
    state.products().add(state.out().grad, state.at(from), rows, both.transposed(), gradients, 0);
    for (int i = 0; i < rows; i++) {
      int in = i * width;
      Loops.copy(gradients, in, h.grad, h.offset + (from + i) * h.columns, h.columns);
      int at = late.offset + (from + i) * late.columns;
      int begin = in + h.columns;
      if (isAlone) Loops.copy(gradients, begin, late.grad, at, late.columns);
      else Loops.add(late.grad, at, gradients, begin, late.grad, at, late.columns);
    }
  }

  /** Forwards, or also backwards but for the weights. */
  double multiplications(boolean both) {
    return input.multiplications(both) + (both ? 2 : 1) * state.multiplications();
  }
}
