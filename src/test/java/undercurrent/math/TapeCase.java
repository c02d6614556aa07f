package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Checks operations: values and gradients by the oracle, and the bits of the scalar loops. */
final class TapeCase {
  private TapeCase() {}

  /**
   * Records operations on parameters, so that every input is differentiated, and checks them.
   *
   * @param use records and gives the outputs
   * @param low the least value of a parameter
   * @param high the largest
   * @param shapes rows and columns of one parameter after the other
   */
  static void check(
      BiFunction<Tape, List<Value>, List<Value>> use, double low, double high, int... shapes) {
    Parameters parameters = new Parameters();
    Randomness random = Randomness.of(7);
    List<Parameters.Entry> entries = new ArrayList<>();
    for (int i = 0; i < shapes.length; i += 2) {
      Parameters.Entry entry = parameters.add("leaf" + i, shapes[i], shapes[i + 1]);
      for (int e = 0; e < entry.size(); e++) {
        parameters.data()[entry.offset() + e] = (float) random.uniform(low, high);
      }
      entries.add(entry);
    }
    Tape tape = new Tape(parameters);
    // Read by a product too, whose turn backwards comes last.
    List<Value> read = new ArrayList<>();
    List<Value> products = new ArrayList<>();
    for (Parameters.Entry entry : entries) {
      Value leaf = tape.parameter(entry);
      Value block = tape.add(leaf, tape.constant(0));
      read.add(block);
      Value factor = tape.input(leaf.columns, 1);
      Arrays.fill(factor.data, 0.3f);
      products.add(tape.product(block, factor));
    }
    List<Value> outputs = new ArrayList<>(use.apply(tape, read));
    outputs.addAll(products);
    double[] seeds = new double[outputs.size()];
    for (int i = 0; i < seeds.length; i++) seeds[i] = 1 - 0.7 * i;
    GradientCheck.check(tape, parameters, outputs, seeds, 500);
    sameBitsWithoutVectors(tape, outputs);
  }

  /** Replays a tape with the vector loops and without them. */
  static void sameBitsWithoutVectors(Tape tape, List<Value> outputs) {
    List<float[]> vectors = replay(tape, outputs);
    Lanes.alone(new Thread());
    try {
      List<float[]> scalars = replay(tape, outputs);
      for (int i = 0; i < vectors.size(); i++) assertArrayEquals(vectors.get(i), scalars.get(i));
    } finally {
      Lanes.alone(null);
    }
  }

  /** What is computed in both directions from gradients of the outputs that differ. */
  static List<float[]> replay(Tape tape, List<Value> outputs) {
    if (tape.isDifferentiable()) tape.clearGradients(outputs);
    tape.forward();
    List<float[]> results = new ArrayList<>();
    for (Value out : outputs) results.add(out.data.clone());
    if (!tape.isDifferentiable()) return results;
    for (Value out : outputs) {
      // A gradient of its own for each element.
      for (int i = 0; i < out.size(); i++) out.grad[out.offset + i] += 0.3f + i % 7 * 0.11f;
    }
    tape.backward();
    results.add(tape.gradient().clone());
    return results;
  }
}
