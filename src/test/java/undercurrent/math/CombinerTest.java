package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The steps of a combiner are what its layers say, and have the bits of separate operations. */
class CombinerTest {
  private static final float FLOOR = 0.01f;
  private final Randomness random = Randomness.of(3);

  /** Layers and states of a combiner, which all are parameters. */
  private final class Model {
    final Parameters parameters = new Parameters();
    final Parameters.Entry start;
    final List<Parameters.Entry> states = new ArrayList<>();
    final Combiner combiner;
    final int steps;
    final int paths;

    /** Of some recurrent layers. */
    Model(int z, int units, int layers, int steps, int batch, int paths) {
      this.steps = steps;
      this.paths = paths;
      start = drawn("start", 1, z);
      for (int i = 0; i < layers; i++) states.add(drawn("state" + i, steps * batch, units));
      combiner =
          new Combiner(
              layer("combiner", z, units),
              layer("mean", units, z),
              layer("spread", units, z),
              FLOOR);
    }

    private Parameters.Entry drawn(String name, int rows, int columns) {
      Parameters.Entry entry = parameters.add(name, rows, columns);
      random.normals(parameters.data(), entry.offset(), entry.size());
      return entry;
    }

    private Linear layer(String name, int in, int out) {
      Linear layer = new Linear(parameters, name, in, out, random);
      random.normals(parameters.data(), layer.bias().offset(), out);
      return layer;
    }

    Recorded record(boolean differentiable, boolean fused) {
      Tape tape = new Tape(parameters, differentiable);
      int z = start.columns();
      int count = steps * paths;
      Value all = tape.block(paths + count, z);
      tape.repeat(tape.parameter(start), all.rows(0, paths));
      Value noise = tape.input(count, z);
      Randomness.of(8).normals(noise.data, 0, noise.size());
      Value mean = tape.block(count, z);
      Value sd = tape.block(count, z);
      List<Value> read = states.stream().map(tape::parameter).toList();
      if (fused) combiner.record(tape, read, noise, all, mean, sd);
      else separate(tape, read, noise, all, mean, sd);
      return new Recorded(tape, mean, sd, all.rows(paths, count));
    }

    private void separate(
        Tape tape, List<Value> read, Value noise, Value all, Value mean, Value sd) {
      int count = noise.rows;
      Value turned = tape.block(count, combiner.state().bias().columns());
      Value c = tape.block(count, turned.columns);
      Value spreads = tape.block(count, noise.columns);
      Tape.Steps turn = combiner.state().steps(tape, all.rows(0, count), true, turned);
      Tape.Steps means = combiner.mean().steps(tape, c, false, mean);
      Tape.Steps widths = combiner.spread().steps(tape, c, false, spreads);
      for (int t = 0; t < steps; t++) {
        int from = t * paths;
        List<Value> parts = new ArrayList<>();
        parts.add(turn.record(from, paths));
        for (Value state : read) {
          int batch = state.rows / steps;
          parts.add(state.rows(t * batch, batch));
        }
        tape.mean(parts, c.rows(from, paths));
        Value m = means.record(from, paths);
        Value s = tape.softplus(widths.record(from, paths), FLOOR, sd.rows(from, paths));
        tape.sample(m, s, noise.rows(from, paths), all.rows(from + paths, paths));
      }
    }
  }

  private record Recorded(Tape tape, Value mean, Value sd, Value z) {
    List<Value> outputs() {
      return List.of(mean, sd, z);
    }

    List<float[]> replay() {
      return TapeCase.replay(tape, outputs());
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 5, 1, 3, 3", "3, 4, 2, 4, 2", "1, 3, 1, 1, 1"})
  void valuesAndGradientsAreThoseOfTheEquations(
      int z, int units, int layers, int steps, int batch) {
    Model model = new Model(z, units, layers, steps, batch, batch);
    Recorded recorded = model.record(true, true);
    double[] seeds = {1, -0.5, 0.7};
    GradientCheck.check(recorded.tape, model.parameters, recorded.outputs(), seeds, 500);
    TapeCase.sameBitsWithoutVectors(recorded.tape, recorded.outputs());
  }

  @ParameterizedTest
  @CsvSource({
    "2, 32, 1, 9, 8",
    "16, 128, 1, 5, 9",
    "3, 7, 2, 4, 13",
    "20, 300, 2, 3, 20",
    "1, 5, 1, 6, 1"
  })
  void theBitsAreThoseOfSeparateOperations(int z, int units, int layers, int steps, int batch) {
    Model model = new Model(z, units, layers, steps, batch, batch);
    same(model.record(true, false).replay(), model.record(true, true).replay());
  }

  @Test
  void soAreThoseOfManyPathsOfOneSequence() {
    Model model = new Model(2, 32, 2, 6, 1, 11);
    same(model.record(false, false).replay(), model.record(false, true).replay());
  }

  private static void same(List<float[]> expected, List<float[]> found) {
    for (int i = 0; i < expected.size(); i++) assertArrayEquals(expected.get(i), found.get(i));
  }

  @Test
  void statesThatAreKeptStayAndTheirGaussiansFollowThem() {
    Model model = new Model(2, 5, 1, 4, 2, 2);
    List<Recorded> both = List.of(model.record(false, false), model.record(false, true));
    for (Recorded recorded : both) {
      recorded.tape.forward();
      Value z = recorded.z;
      for (int i = 0; i < z.size(); i++) z.data[z.offset + i] = 0.1f * i;
      recorded.tape.forward(z);
    }
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(both.get(0).outputs().get(i).data, both.get(1).outputs().get(i).data);
    }
  }
}
