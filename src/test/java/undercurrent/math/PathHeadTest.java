package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of a path are what its layers say, and have the bits of separate operations. */
final class PathHeadTest {
  private static final float FLOOR = 0.01f;
  private final Randomness random = Randomness.of(3);

  /** What is read of the states before. */
  enum Form {
    /** zₜ₋₁, and behind it what is known. */
    STATE,
    /** What is known, and the states of a layer that reads zₜ₋₁ alone. */
    FORWARD,
    /** What is known, and the states before a step of a layer that reads what is known and zₜ. */
    DELAYED
  }

  /** Layers and what is known, which all are parameters. */
  private final class Model {
    final Parameters parameters = new Parameters();
    final Form form;
    final int steps;
    final int batch;
    final int units;
    final int size;
    final Parameters.Entry known;
    final Parameters.Entry more;
    final Parameters.Entry remembered;
    final Linear hidden;
    final Linear mean;
    final Linear spread;
    final Lstm lstm;

    Model(Form form, int size, int units, int steps, int batch) {
      this.form = form;
      this.steps = steps;
      this.batch = batch;
      this.units = units;
      this.size = size;
      known = drawn("known", 3);
      more = drawn("more", 2);
      remembered = drawn("remembered", 3);
      int late = form == Form.STATE ? size : units;
      hidden = layer("hidden", 3 + 2 + late, units + 1);
      mean = layer("mean", units + 1, size);
      spread = layer("spread", units + 1, size);
      int read = form == Form.DELAYED ? 3 + size : size;
      lstm = new Lstm(parameters, "memory", read, units, random);
    }

    private Parameters.Entry drawn(String name, int columns) {
      Parameters.Entry entry = parameters.add(name, steps * batch, columns);
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
      int count = steps * batch;
      Value all = tape.block(batch + count, size);
      Value noise = tape.input(count, size);
      Randomness.of(8).normals(noise.data, 0, noise.size());
      Value active = tape.input(count, 1);
      Arrays.fill(active.data, 1f);
      // The last row is padding at the last step.
      active.data[count - 1] = 0;
      return fused ? fused(tape, all, noise, active) : separate(tape, all, noise, active);
    }

    private List<Value> known(Tape tape) {
      return List.of(tape.parameter(known), tape.parameter(more));
    }

    private Recorded fused(Tape tape, Value all, Value noise, Value active) {
      int count = noise.rows;
      List<Value> reads = new ArrayList<>(known(tape));
      Optional<Lstm.Memory> memory =
          switch (form) {
            case STATE -> Optional.empty();
            case FORWARD -> {
              List<Value> alone = List.of(all.rows(0, count));
              yield Optional.of(lstm.memory(tape, new PathHead.Reads(alone, 0), active, steps));
            }
            case DELAYED -> {
              List<Value> both = List.of(tape.parameter(remembered), all.rows(batch, count));
              yield Optional.of(lstm.memory(tape, new PathHead.Reads(both, 1), active, steps));
            }
          };
      switch (form) {
        case STATE -> reads.addFirst(all.rows(0, count));
        case FORWARD -> reads.add(memory.orElseThrow().after().h());
        case DELAYED -> reads.add(memory.orElseThrow().before().h());
      }
      Value mu = tape.block(count, size);
      Value sd = tape.block(count, size);
      new PathHead(hidden, mean, spread, FLOOR)
          .record(
              tape,
              new PathHead.Reads(reads, form == Form.STATE ? 0 : 2),
              memory,
              form == Form.DELAYED,
              noise,
              all,
              mu,
              sd);
      return new Recorded(tape, mu, sd, all.rows(batch, count));
    }

    private Recorded separate(Tape tape, Value all, Value noise, Value active) {
      int count = noise.rows;
      Value read = tape.block(count, hidden.weight().rows());
      int late = form == Form.STATE ? 0 : 5;
      int to = form == Form.STATE ? size : 0;
      for (Value part : known(tape)) {
        tape.copy(part, 0, read, to, part.columns);
        to += part.columns;
      }
      Value input = form == Form.DELAYED ? tape.block(count, 3 + size) : all.rows(0, count);
      if (form == Form.DELAYED) tape.copy(tape.parameter(remembered), 0, input, 0, 3);
      Lstm.Stepwise memory = lstm.stepwise(tape, input, active, steps);
      Value a = tape.block(count, units + 1);
      Value mu = tape.block(count, size);
      Value sd = tape.block(count, size);
      Tape.Steps turn = hidden.steps(tape, read, true, a);
      Tape.Steps means = mean.steps(tape, a, false, mu);
      Tape.Steps widths = spread.steps(tape, a, false, tape.block(count, size));
      for (int t = 0; t < steps; t++) {
        int from = t * batch;
        if (form == Form.FORWARD) memory.record(t);
        Value state =
            switch (form) {
              case STATE -> all;
              case FORWARD -> memory.after().h();
              case DELAYED -> memory.before().h();
            };
        tape.copy(state.rows(from, batch), 0, read.rows(from, batch), late, state.columns);
        turn.record(from, batch);
        Value m = means.record(from, batch);
        Value s = tape.softplus(widths.record(from, batch), FLOOR, sd.rows(from, batch));
        Value z = tape.sample(m, s, noise.rows(from, batch), all.rows(from + batch, batch));
        if (form != Form.DELAYED) continue;
        tape.copy(z, 0, input.rows(from, batch), 3, size);
        memory.record(t);
      }
      return new Recorded(tape, mu, sd, all.rows(batch, count));
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
  @EnumSource(Form.class)
  void valuesAndGradientsAreThoseOfTheEquations(Form form) {
    Model model = new Model(form, 2, 4, 3, 2);
    Recorded recorded = model.record(true, true);
    double[] seeds = {1, -0.5, 0.7};
    GradientCheck.check(recorded.tape, model.parameters, recorded.outputs(), seeds, 500);
    TapeCase.sameBitsWithoutVectors(recorded.tape, recorded.outputs());
  }

  @ParameterizedTest
  @CsvSource({
    "STATE, 4, 28, 5, 8",
    "FORWARD, 4, 30, 5, 9",
    "DELAYED, 4, 44, 6, 8",
    "DELAYED, 18, 17, 3, 20",
    "DELAYED, 1, 3, 4, 1"
  })
  void theBitsAreThoseOfSeparateOperations(Form form, int z, int units, int steps, int batch) {
    Model model = new Model(form, z, units, steps, batch);
    same(model.record(true, false).replay(), model.record(true, true).replay());
    same(model.record(false, false).replay(), model.record(false, true).replay());
  }

  private static void same(List<float[]> expected, List<float[]> found) {
    for (int i = 0; i < expected.size(); i++) assertArrayEquals(expected.get(i), found.get(i));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void statesThatAreKeptStayAndTheirGaussiansFollowThem(Form form) {
    Model model = new Model(form, 2, 5, 4, 2);
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
