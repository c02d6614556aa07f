package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** Compares a tape's gradients with central differences of the double-precision oracle. */
public final class GradientCheck {
  private GradientCheck() {}

  /**
   * Checks ∂(Σ seedₖ·outputₖ)/∂parameter for a spread of parameters.
   *
   * @param seeds one weight an output, as a constant over its elements
   * @param most how many parameters are checked at most
   */
  public static void check(
      Tape tape, Parameters parameters, List<Value> outputs, double[] seeds, int most) {
    replay(tape, outputs, outputs, seeds);
    float[] cleared = tape.gradient().clone();
    replay(tape, outputs, tape.blocks(), seeds);
    assertArrayEquals(tape.gradient(), cleared, "all gradients cleared");
    DoubleOracle oracle = new DoubleOracle(tape);
    Value all = new Value(parameters.data(), tape.gradient(), 0, 1, parameters.size());
    double[] weights = oracle.of(all);
    compareForward(oracle, outputs);
    int stride = Math.max(1, parameters.size() / most);
    for (int i = 0; i < weights.length; i += stride) {
      double h = 1e-5;
      double old = weights[i];
      weights[i] = old + h;
      double up = total(oracle, outputs, seeds);
      weights[i] = old - h;
      double down = total(oracle, outputs, seeds);
      weights[i] = old;
      double expected = (up - down) / (2 * h);
      assertEquals(
          expected, tape.gradient()[i], 2e-4 * Math.max(1, Math.abs(expected)), "parameter " + i);
    }
  }

  /** Seeds some of the values whose gradients may be changed. */
  private static void replay(Tape tape, List<Value> outputs, List<Value> changed, double[] seeds) {
    tape.clearGradients(changed);
    tape.forward();
    for (int k = 0; k < seeds.length; k++) {
      Value out = outputs.get(k);
      for (int i = 0; i < out.size(); i++) out.grad[out.offset + i] += (float) seeds[k];
    }
    tape.backward();
  }

  private static void compareForward(DoubleOracle oracle, List<Value> outputs) {
    oracle.forward();
    for (Value out : outputs) {
      for (int i = 0; i < out.size(); i++) {
        double expected = oracle.get(out, i);
        assertEquals(
            expected, out.data[out.offset + i], 2e-5 * Math.max(1, Math.abs(expected)), "forward");
      }
    }
  }

  private static double total(DoubleOracle oracle, List<Value> outputs, double[] seeds) {
    oracle.forward();
    double sum = 0;
    for (int k = 0; k < seeds.length; k++) {
      for (int i = 0; i < outputs.get(k).size(); i++)
        sum += seeds[k] * oracle.get(outputs.get(k), i);
    }
    return sum;
  }
}
