package undercurrent.model.formula;

/**
 * Expressions of a state z, a time t and inputs u, in the order in which they are computed.
 *
 * @param ops of each step
 * @param a the first operand of each, or the place of a leaf
 * @param b the second operand
 * @param numbers of steps that are numbers
 * @param outputs the steps that are asked for
 */
@SuppressWarnings("ArrayRecordComponent")
record Program(Op[] ops, int[] a, int[] b, double[] numbers, int[] outputs) {
  int size() {
    return ops.length;
  }

  boolean uses(Op op) {
    for (Op one : ops) if (one == op) return true;
    return false;
  }

  /** Of each step, how it depends on the state: 0 not at all, 1 linearly, 2 otherwise. */
  int[] degrees() {
    int[] degrees = new int[ops.length];
    for (int i = 0; i < ops.length; i++) {
      int operands = ops[i].operands();
      int one = operands > 0 ? degrees[a[i]] : 0;
      int other = operands > 1 ? degrees[b[i]] : 0;
      degrees[i] =
          switch (ops[i]) {
            case STATE -> 1;
            case ADD, SUBTRACT, NEGATE -> Math.max(one, other);
            case MULTIPLY -> Math.min(2, one + other);
            case DIVIDE -> other == 0 ? one : 2;
            default -> one + other == 0 ? 0 : 2;
          };
    }
    return degrees;
  }

  /** Whether the slopes of an output by the state are the same at every state. */
  boolean isLinear(int output) {
    return degrees()[outputs[output]] < 2;
  }
}
