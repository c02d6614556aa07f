package undercurrent.model.formula;

import java.util.Arrays;

/**
 * Expressions as numbered steps, each computed from steps before it, so that a name that is used
 * often is computed once. What numbers alone decide is computed at once.
 */
final class ExpressionSteps {
  private static final int MOST = 1000;
  private static final int NO = -1;
  private Op[] ops = new Op[16];
  private int[] first = new int[16];
  private int[] second = new int[16];
  private double[] numbers = new double[16];
  private int size;

  /** A number. */
  int number(double value) {
    int step = append(Op.NUMBER, NO, NO);
    numbers[step] = value;
    return step;
  }

  /** A state, an input or a parameter by its place; the time has none. */
  int leaf(Op op, int place) {
    for (int i = 0; i < size; i++) if (ops[i] == op && first[i] == place) return i;
    return append(op, place, NO);
  }

  /** Computed from others. */
  int step(Op op, int a, int b) {
    boolean isNumber = ops[a] == Op.NUMBER && (op.operands() < 2 || ops[b] == Op.NUMBER);
    return isNumber
        ? number(op.of(numbers[a], op.operands() < 2 ? 0 : numbers[b]))
        : append(op, a, op.operands() < 2 ? NO : b);
  }

  private int append(Op op, int a, int b) {
    if (size == ops.length) {
      ops = Arrays.copyOf(ops, 2 * size);
      first = Arrays.copyOf(first, 2 * size);
      second = Arrays.copyOf(second, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    ops[size] = op;
    first[size] = a;
    second[size] = b;
    return size++;
  }

  /** Whether there are more than are computed. */
  boolean isFull() {
    return size > MOST;
  }

  boolean isNumber(int step) {
    return ops[step] == Op.NUMBER;
  }

  double value(int step) {
    return numbers[step];
  }

  /** Whether it is a leaf of this kind. */
  boolean is(Op op, int step) {
    return ops[step] == op;
  }

  /** The place of a leaf. */
  int place(int step) {
    return first[step];
  }

  /** Which steps some of them need, with themselves. */
  boolean[] needed(int... outputs) {
    boolean[] needed = new boolean[size];
    for (int output : outputs) needed[output] = true;
    for (int i = size - 1; i >= 0; i--) {
      if (!needed[i] || ops[i].operands() == 0) continue;
      needed[first[i]] = true;
      if (ops[i].operands() == 2) needed[second[i]] = true;
    }
    return needed;
  }

  /** Whether some of them need a leaf of this kind. */
  boolean uses(Op op, int... outputs) {
    boolean[] needed = needed(outputs);
    for (int i = 0; i < size; i++) if (needed[i] && ops[i] == op) return true;
    return false;
  }

  /** What computes some of them and nothing else. */
  Program program(int... outputs) {
    boolean[] needed = needed(outputs);
    int[] renumbered = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) if (needed[i]) renumbered[i] = count++;
    Op[] kept = new Op[count];
    int[] a = new int[count];
    int[] b = new int[count];
    double[] values = new double[count];
    for (int i = 0; i < size; i++) {
      if (!needed[i]) continue;
      int to = renumbered[i];
      kept[to] = ops[i];
      int operands = ops[i].operands();
      a[to] = operands > 0 ? renumbered[first[i]] : first[i];
      b[to] = operands > 1 ? renumbered[second[i]] : NO;
      values[to] = numbers[i];
    }
    return new Program(
        kept, a, b, values, Arrays.stream(outputs).map(o -> renumbered[o]).toArray());
  }
}
