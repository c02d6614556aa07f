package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network from a plane to a plane is what its layers say, with the bits of separate ones. */
final class PlanePerceptronTest {
  private final Randomness random = Randomness.of(5);
  private final Parameters parameters = new Parameters();

  private Linear layer(String name, int in, int out) {
    Linear layer = new Linear(parameters, name, in, out, random);
    random.normals(parameters.data(), layer.bias().offset(), out);
    return layer;
  }

  /** No hidden unit is near its kink, where differences are not gradients. */
  private void separate(Linear hidden) {
    Parameters.Entry bias = hidden.bias();
    for (int k = 0; k < bias.size(); k++) {
      parameters.data()[bias.offset() + k] += k % 3 == 0 ? -8f : 8f;
    }
  }

  private record Recorded(Tape tape, List<Value> outputs) {
    List<float[]> replay() {
      return TapeCase.replay(tape, outputs);
    }
  }

  /** A gate and a proposed state, both read from the same rows. */
  private static Recorded record(
      Parameters parameters, Parameters.Entry rows, List<Linear> layers, boolean fused) {
    Tape tape = new Tape(parameters);
    Value x = tape.add(tape.parameter(rows), tape.constant(0));
    Linear hidden = layers.get(0);
    Linear otherHidden = layers.get(2);
    Value gate;
    Value proposed;
    if (fused) {
      gate = layers.get(1).recordSigmoidOver(hidden, tape, x);
      proposed = layers.get(3).recordOver(otherHidden, tape, x);
    } else {
      gate = layers.get(1).recordSigmoid(tape, hidden.recordRelu(tape, x));
      proposed = layers.get(3).record(tape, otherHidden.recordRelu(tape, x));
    }
    long operations = tape.operations().stream().filter(PlanePerceptron.class::isInstance).count();
    assertTrue(operations == (fused ? 2 : 0));
    return new Recorded(tape, List.of(gate, proposed));
  }

  @ParameterizedTest
  @CsvSource({"64, 32", "65, 17", "100, 48", "127, 5", "800, 33"})
  void valuesGradientsAndBitsAreThoseOfTheLayers(int rows, int units) {
    Parameters.Entry x = parameters.add("x", rows, 2);
    random.normals(parameters.data(), x.offset(), x.size());
    List<Linear> layers =
        List.of(
            layer("gate1", 2, units),
            layer("gate2", units, 2),
            layer("proposed1", 2, units),
            layer("proposed2", units, 2));
    Recorded fused = record(parameters, x, layers, true);
    List<float[]> expected = record(parameters, x, layers, false).replay();
    List<float[]> found = fused.replay();
    for (int i = 0; i < expected.size(); i++) assertArrayEquals(expected.get(i), found.get(i));
    TapeCase.sameBitsWithoutVectors(fused.tape(), fused.outputs());
    separate(layers.get(0));
    separate(layers.get(2));
    GradientCheck.check(fused.tape(), parameters, fused.outputs(), new double[] {1, -0.5}, 500);
  }
}
