package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks of rows change no bit, forwards or backwards. */
class ScheduleTest {
  private static final int ROWS = 53;

  /** From so many rows on there are blocks. */
  private static final int MANY = 20;

  private final Randomness random = Randomness.of(3);

  @Test
  void randomRecordingsHaveTheSameBitsInBlocks() {
    int blocks = 0;
    for (int round = 0; round < 120; round++) {
      Recorded recorded = new Recorded();
      for (int i = 0; i < 24; i++) recorded.addOne();
      for (int size : new int[] {1, 8, 17, 64}) blocks += recorded.compare(size);
    }
    assertTrue(blocks > 20_000, () -> "operations run in blocks");
  }

  @Test
  void weightsThatTwoLayersShareKeepTheOrderOfTheirSums() {
    Recorded recorded = new Recorded();
    Value w = recorded.weights(3, 3);
    Value b = recorded.weights(1, 3);
    Value a = recorded.tape.affineRelu(recorded.pick(), w, b);
    recorded.outputs.add(recorded.tape.affineTanh(a, w, b));
    recorded.compare(8);
  }

  @Test
  void layersOneAfterTheOtherAreOneGroup() {
    Recorded recorded = new Recorded();
    Tape tape = recorded.tape;
    int before = tape.operations().size();
    Value a = recorded.layer(recorded.pick(), 4);
    Value sd = tape.softplus(recorded.weights(1, 3), 0.1f);
    Value mean = recorded.layer(a, 3);
    recorded.outputs.add(tape.gaussianLogLikelihood(recorded.input(), recorded.mask(), mean, sd));
    // Two weights and the softplus of one row stay whole; two layers with their gradients and the
    // likelihood are run for seven blocks.
    List<Operation> own = tape.operations().subList(before, tape.operations().size());
    assertEquals(3 + 7 * 5, Schedule.of(own, MANY, 8).forwards().size());
    assertEquals(own.size(), Schedule.of(own, ROWS + 1, 8).forwards().size());
    recorded.compare(8);
  }

  @Test
  void whatIsTooWideForTheCacheIsRunAsAWhole() {
    Tape tape = new Tape(new Parameters());
    Value a = tape.block(ROWS, 600);
    tape.relu(a);
    assertEquals(7, Schedule.of(tape.operations(), MANY, 8).backwards().size());
    tape.tanh(a);
    assertEquals(2, Schedule.of(tape.operations(), MANY, 8).backwards().size());
  }

  @Test
  void aLongRecursionBackwardsHasTheBitsOfOneStretch() {
    Parameters parameters = new Parameters();
    int steps = 1100;
    int batch = 8;
    Linear input = new Linear(parameters, "input", 2, 9, random);
    Linear state = new Linear(parameters, "state", 3, 9, random);
    Value x = new Tape(parameters).input(steps * batch, 2);
    Value active = new Tape(parameters).input(steps * batch, 1);
    random.normals(x.data, 0, x.size());
    Arrays.fill(active.data, 1f);
    for (boolean backward : new boolean[] {false, true}) {
      Tape tape = new Tape(parameters);
      Value after = new Gru(input, state).record(tape, x, active, steps, backward);
      Tape plain = new Tape(parameters);
      Value fromInput = input.record(plain, x, plain.gates(x.rows, 9));
      Recursion states = new Recursion(plain, steps, batch, 3, backward);
      Tape.Steps fromState =
          state.steps(plain, states.before(), false, plain.gates(steps * batch, 9));
      for (int i = 0; i < steps; i++) {
        int t = states.row(i);
        plain.gruCell(
            fromInput.rows(t, batch),
            fromState.record(t, batch),
            states.before().rows(t, batch),
            active.rows(t, batch),
            states.after().rows(t, batch));
      }
      List<float[]> expected = TapeCase.replay(plain, List.of(states.after()));
      List<float[]> actual = TapeCase.replay(tape, List.of(after));
      for (int i = 0; i < expected.size(); i++) assertArrayEquals(expected.get(i), actual.get(i));
    }
  }

  /** A recording of operations that are drawn. */
  private final class Recorded {
    private final Parameters parameters = new Parameters();
    private final Tape tape;
    private final List<Value> outputs = new ArrayList<>();

    /** Values of three columns, of all rows or of all but the last. */
    private final List<Value> values = new ArrayList<>();

    /** Weights that several layers may read. */
    private final List<Value> shared = new ArrayList<>();

    private int used;

    Recorded() {
      parameters.add("all", 6000, 1);
      tape = new Tape(parameters);
      for (int i = 0; i < 3; i++) values.add(tape.add(weights(ROWS, 3), tape.constant(0)));
      Value all = tape.add(weights(ROWS + 2, 3), tape.constant(0));
      // Rows that two values share, but not one beside the other.
      values.add(all.rows(0, ROWS));
      values.add(all.rows(2, ROWS));
      values.add(values.getFirst().rows(0, ROWS - 1));
      values.add(values.getFirst().rows(1, ROWS - 1));
    }

    Value weights(int rows, int columns) {
      Parameters.Entry entry = new Parameters.Entry("from " + used, rows, columns, used);
      used += rows * columns;
      return tape.parameter(entry);
    }

    Value pick() {
      return values.get(random.below(values.size()));
    }

    private Value pick(int rows) {
      while (true) {
        Value value = pick();
        if (value.rows == rows) return value;
      }
    }

    Value input() {
      Value x = tape.input(ROWS, 3);
      random.normals(x.data, 0, x.size());
      return x;
    }

    Value mask() {
      Value mask = tape.input(ROWS, 3);
      for (int i = 0; i < mask.size(); i++) mask.data[i] = i % 4 == 0 ? 0f : 1f;
      return mask;
    }

    Value layer(Value a, int columns) {
      Value w =
          a.columns == columns && shared.size() > random.below(20)
              ? shared.getLast()
              : weights(a.columns, columns);
      if (a.columns == columns) shared.add(w);
      return tape.affineTanh(a, w, weights(1, columns));
    }

    private Value deviation(Value a) {
      return tape.softplus(a, 0.5f);
    }

    void addOne() {
      Value a = pick();
      Value b = pick(a.rows);
      Value c = pick(a.rows);
      switch (random.below(17)) {
        case 0 -> values.add(layer(a, 3));
        case 1 -> values.add(layer(layer(a, 5), 3));
        case 2 -> values.add(tape.relu(a));
        case 3 -> values.add(tape.blend(tape.sigmoid(a), b, c));
        case 4 -> values.add(tape.sample(a, deviation(b), c, tape.block(a.rows, 3)));
        case 5 -> {
          Value kl = tape.block(a.rows, 3);
          outputs.add(tape.gaussianKl(a, deviation(b), c, deviation(c), kl));
        }
        case 6 -> {
          Value mean = pick(ROWS);
          Value sd = random.below(2) == 0 ? weights(1, 3) : pick(ROWS);
          outputs.add(tape.gaussianLogLikelihood(input(), mask(), mean, deviation(sd)));
        }
        case 7 -> outputs.add(tape.bernoulliLogLikelihood(input(), mask(), pick(ROWS)));
        case 8 -> values.add(tape.add(a, tape.multiply(b, c)));
        case 9 -> values.add(tape.divide(a, deviation(tape.subtract(b, c))));
        case 10 -> values.add(tape.sin(a));
        // A row, and a column, for all.
        case 11 -> values.add(tape.multiply(a, deviation(weights(1, 3))));
        case 12 -> values.add(tape.subtract(a, tape.rowSum(tape.square(tape.sin(b)))));
        // Rows of elsewhere.
        case 13 -> values.add(tape.gather(a, random.permutation(a.rows)));
        case 14 -> values.add(tape.softmax(tape.add(b, tape.columnSum(a, 1))));
        case 15 -> values.add(plane(a));
        // Columns of one value that several write.
        default -> values.add(tape.affineRelu(tape.join(List.of(a, b)), weights(6, 3), row()));
      }
    }

    /** From a plane to a plane, and to three columns. */
    private Value plane(Value a) {
      Value x = layer(a, 2);
      Value hidden = weights(2, 16);
      Value bias = weights(1, 16);
      Activation.Kind f = Activation.Kind.SIGMOID;
      Value to = tape.planePerceptron(x, hidden, bias, weights(16, 2), weights(1, 2), f);
      return layer(to, 3);
    }

    private Value row() {
      return tape.columns(pick().rows(4, 1), 0, 3);
    }

    /**
     * Replays it in the order of recording and in blocks; says how many operations the last ran.
     */
    int compare(int size) {
      List<Value> seeded = new ArrayList<>(outputs);
      seeded.addAll(values);
      float[] learned = parameters.data();
      for (int i = 0; i < learned.length; i++) learned[i] = (float) random.uniform(-1, 1);
      tape.clearGradients(seeded);
      Schedule plain = Schedule.of(tape.operations(), ROWS + 1, size);
      assertEquals(tape.operations(), plain.forwards());
      assertEquals(tape.operations(), plain.backwards());
      List<float[]> expected = replay(plain, seeded);
      Schedule blocks = Schedule.of(tape.operations(), MANY, size);
      List<float[]> actual = replay(blocks, seeded);
      for (int i = 0; i < expected.size(); i++) assertArrayEquals(expected.get(i), actual.get(i));
      return blocks.backwards().size();
    }

    private List<float[]> replay(Schedule schedule, List<Value> seeded) {
      for (Value block : tape.blocks()) {
        // What is read before it is written gives no number.
        Arrays.fill(block.data, Float.NaN);
        Arrays.fill(block.grad, Float.NaN);
      }
      tape.clearGradients(seeded);
      schedule.forward();
      for (Value value : seeded) {
        for (int i = 0; i < value.size(); i++) value.grad[value.offset + i] += 0.3f + i % 7 * 0.11f;
      }
      schedule.backward();
      List<float[]> results = new ArrayList<>(List.of(tape.gradient().clone()));
      for (Value block : tape.blocks()) {
        results.add(block.data.clone());
        results.add(block.grad.clone());
      }
      return results;
    }
  }
}
