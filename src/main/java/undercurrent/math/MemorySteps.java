package undercurrent.math;

import java.util.List;

/**
 * A long short-term memory layer inside a recursion that is one operation.
 *
 * @param input W·x + b
 * @param state U·h₋ + c
 * @param cells of each step
 */
record MemorySteps(StepSum input, StepProduct state, List<LstmCell> cells) {
  void forward(int from) {
    int rows = input.rows();
    input.forward(from);
    state.forward(from, rows);
    cells.get(from / rows).forward();
  }

  void backward(int from) {
    int rows = input.rows();
    cells.get(from / rows).backward();
    state.backward(from, rows);
    input.backward(from);
  }

  double multiplications() {
    return input.multiplications() + state.multiplications();
  }
}
