package undercurrent.model.formula;

import java.util.Arrays;

/**
 * Computes expressions for given parameters, of many states at once or of one with its slopes. Not
 * thread-safe.
 */
public final class Evaluator {
  private final Program program;
  private final int stateSize;

  /** Of each step, the values of all states. */
  private final double[][] values;

  /** Whether a step is the same for all states. */
  private final boolean[] same;

  private final double[][] slopes;
  private double time;

  /**
   * For some parameters.
   *
   * @param stateSize n
   * @param most states at once
   */
  Evaluator(Program program, double[] parameters, int stateSize, int most) {
    this.program = program;
    this.stateSize = stateSize;
    values = new double[program.size()][most];
    slopes = new double[program.size()][stateSize];
    same = new boolean[program.size()];
    for (int i = 0; i < program.size(); i++) {
      switch (program.ops()[i]) {
        case NUMBER -> fill(i, program.numbers()[i]);
        case PARAMETER -> fill(i, parameters[program.a()[i]]);
        case TIME, INPUT, STATE -> same[i] = false;
        default -> fold(i);
      }
    }
  }

  private void fill(int step, double value) {
    same[step] = true;
    Arrays.fill(values[step], value);
  }

  private void fold(int step) {
    Op op = program.ops()[step];
    double[] a = values[program.a()[step]];
    boolean isBinary = op.operands() == 2;
    if (!same[program.a()[step]] || (isBinary && !same[program.b()[step]])) return;
    fill(step, op.of(a[0], isBinary ? values[program.b()[step]][0] : 0));
  }

  /**
   * When and with which inputs the next states are.
   *
   * @param inputs u of the columns that the formula names
   */
  public Evaluator at(double now, double[] inputs) {
    time = now;
    for (int i = 0; i < program.size(); i++) {
      if (program.ops()[i] == Op.INPUT) Arrays.fill(values[i], inputs[program.a()[i]]);
    }
    return this;
  }

  /**
   * The expressions of states that lie one after another.
   *
   * @param z of which each takes {@code stride} numbers; one that follows the state is its time
   * @param out the same for the expressions
   * @param outStride how far they are apart there
   */
  public void values(double[] z, int stride, int count, double[] out, int outStride) {
    for (int i = 0; i < program.size(); i++) if (!same[i]) compute(i, z, stride, count);
    int[] outputs = program.outputs();
    for (int k = 0; k < outputs.length; k++) {
      double[] from = values[outputs[k]];
      for (int p = 0; p < count; p++) out[p * outStride + k] = from[p];
    }
  }

  private void compute(int step, double[] z, int stride, int count) {
    Op op = program.ops()[step];
    int a = program.a()[step];
    double[] to = values[step];
    switch (op) {
      case INPUT -> {}
      case STATE -> {
        for (int p = 0; p < count; p++) to[p] = z[p * stride + a];
      }
      case TIME -> {
        for (int p = 0; p < count; p++) {
          to[p] = stride > stateSize ? z[p * stride + stateSize] : time;
        }
      }
      case ADD -> {
        double[] x = values[a];
        double[] y = values[program.b()[step]];
        for (int p = 0; p < count; p++) to[p] = x[p] + y[p];
      }
      case SUBTRACT -> {
        double[] x = values[a];
        double[] y = values[program.b()[step]];
        for (int p = 0; p < count; p++) to[p] = x[p] - y[p];
      }
      case MULTIPLY -> {
        double[] x = values[a];
        double[] y = values[program.b()[step]];
        for (int p = 0; p < count; p++) to[p] = x[p] * y[p];
      }
      default -> {
        double[] x = values[a];
        double[] y = op.operands() == 2 ? values[program.b()[step]] : x;
        for (int p = 0; p < count; p++) to[p] = op.of(x[p], y[p]);
      }
    }
  }

  /**
   * The expressions of one state and their slopes by it, exact.
   *
   * @param z with the time behind it where {@code hasTime}
   * @param jacobian out, {@code [expressions × n]} row by row
   */
  public void slopes(double[] z, boolean hasTime, double[] out, double[] jacobian) {
    values(z, hasTime ? stateSize + 1 : stateSize, 1, out, program.outputs().length);
    for (int i = 0; i < program.size(); i++) if (!same[i]) differentiate(i);
    int[] outputs = program.outputs();
    for (int k = 0; k < outputs.length; k++) {
      System.arraycopy(slopes[outputs[k]], 0, jacobian, k * stateSize, stateSize);
    }
  }

  private void differentiate(int step) {
    Op op = program.ops()[step];
    double[] to = slopes[step];
    int a = program.a()[step];
    if (op == Op.STATE) to[a] = 1;
    if (op.operands() == 0) return;
    double x = values[a][0];
    int b = program.b()[step];
    double y = op.operands() == 2 ? values[b][0] : 0;
    double out = values[step][0];
    double byFirst = same[a] ? 0 : op.slope(x, y, out);
    double bySecond = op.operands() < 2 || same[b] ? 0 : op.otherSlope(x, y, out);
    for (int j = 0; j < stateSize; j++) {
      double sum = byFirst == 0 ? 0 : byFirst * slopes[a][j];
      to[j] = bySecond == 0 ? sum : sum + bySecond * slopes[b][j];
    }
  }
}
