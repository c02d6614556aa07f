package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One step of each recurrent cell by the known answers of {@code golden/deep/cells.json}. */
final class CellGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("cells");
  private static final int H = 3;

  private final Parameters parameters = new Parameters();
  private Tape tape = new Tape(parameters);
  private Value fromInput = tape.constant(0);
  private Value fromState = tape.constant(0);
  private Value before = tape.constant(0);
  private Value cellBefore = tape.constant(0);

  /** Records W·x + b and U·h + c of a cell with so many gates, all of them parameters. */
  private void layers(int gates) {
    Randomness random = Randomness.of(1);
    Linear input = new Linear(parameters, "cell.input", 2, gates * H, random);
    Linear state = new Linear(parameters, "cell.state", H, gates * H, random);
    Parameters.Entry x = vector("x", "x");
    Parameters.Entry h = vector("h", "h before");
    DeepGolden.fill(parameters, "cell.input", 120, 1);
    DeepGolden.fill(parameters, "cell.state", 130, 1);
    tape = new Tape(parameters);
    before = tape.parameter(h);
    fromInput = input.record(tape, tape.parameter(x), tape.gates(1, gates * H));
    fromState = state.record(tape, before, tape.gates(1, gates * H));
  }

  private Parameters.Entry vector(String name, String key) {
    JsonNode numbers = GOLDEN.get(key);
    Parameters.Entry entry = parameters.add(name, 1, numbers.size());
    for (int i = 0; i < entry.size(); i++) {
      DeepGolden.set(parameters, entry.offset() + i, numbers.get(i).doubleValue());
    }
    return entry;
  }

  private Value active() {
    Value active = tape.input(1, 1);
    active.set(0, 0, 1);
    return active;
  }

  private void check(String name, int gates, Function<Value, List<Value>> cell) {
    layers(gates);
    Value out = tape.block(1, H);
    List<Value> outputs = cell.apply(out);
    tape.forward();
    JsonNode golden = GOLDEN.get(name);
    DoubleOracle oracle = new DoubleOracle(tape);
    DeepGolden.exact(tape, parameters, oracle);
    exactInputs(oracle);
    oracle.forward();
    for (int i = 0; i < golden.get("out").size(); i++) {
      Value value = outputs.get(i / H);
      double expected = golden.get("out").get(i).doubleValue();
      assertEquals(expected, value.get(0, i % H), 1e-6);
      assertEquals(expected, oracle.get(value, i % H), 1e-12);
    }
    tape.clearGradients(List.of(out));
    for (int i = 0; i < H; i++) out.gradient()[out.offset() + i] = i + 1;
    tape.backward();
    double sum = 0;
    for (float g : tape.gradient()) sum += g;
    for (var known : golden.get("gradient of h1 + 2 h2 + 3 h3").properties()) {
      double actual =
          known.getKey().startsWith("sum")
              ? sum
              : DeepGolden.slope(parameters, tape.gradient(), known.getKey());
      double expected = known.getValue().doubleValue();
      assertEquals(expected, actual, 1e-5 * Math.max(1, Math.abs(expected)), known.getKey());
    }
  }

  private void exactInputs(DoubleOracle oracle) {
    JsonNode c = GOLDEN.get("c before");
    for (int i = 0; i < H && cellBefore.columns() == H; i++) {
      oracle.of(cellBefore)[i] = c.get(i).doubleValue();
    }
  }

  /** The gradient of a place such as {@code cell.input.weight[8,0]} or {@code x[1]}. */
  @Test
  void gruIsTheKnownOne() {
    check("GRU", 3, out -> List.of(tape.gruCell(fromInput, fromState, before, active(), out)));
  }

  @Test
  void lstmIsTheKnownOne() {
    check(
        "LSTM, out = [h, c]",
        4,
        out -> {
          cellBefore = tape.input(1, H);
          JsonNode c = GOLDEN.get("c before");
          for (int i = 0; i < H; i++) cellBefore.set(0, i, c.get(i).doubleValue());
          Value cellOut = tape.block(1, H);
          // A step needs somewhere to put the gradient of the cell before it.
          Value learned = tape.add(cellBefore, tape.constant(0));
          tape.lstmCell(fromInput, fromState, before, learned, active(), cellOut, out);
          return List.of(out, cellOut);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"tanh", "ReLU"})
  void plainCellsAreTheKnownOnes(String function) {
    Activation.Kind f = function.equals("tanh") ? Activation.Kind.TANH : Activation.Kind.RELU;
    check(
        "RNN, " + function,
        1,
        out -> List.of(tape.rnnCell(f, fromInput, fromState, before, active(), out)));
  }
}
