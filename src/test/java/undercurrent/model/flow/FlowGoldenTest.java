package undercurrent.model.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.DoubleOracle;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** Flows by the known answers of {@code golden/deep/flows.json}. */
final class FlowGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("flows");

  private final Parameters parameters = new Parameters();

  private Tape tape() {
    return new Tape(parameters);
  }

  private static Value row(Tape tape, JsonNode numbers) {
    Value row = tape.block(1, numbers.size());
    for (int i = 0; i < numbers.size(); i++) row.set(0, i, numbers.get(i).doubleValue());
    return row;
  }

  private static Value ones(Tape tape, int columns) {
    Value ones = tape.input(1, columns);
    java.util.Arrays.fill(ones.data(), 1f);
    return ones;
  }

  private static Value block(Tape tape, double number) {
    Value block = tape.block(1, 3);
    for (int i = 0; i < 3; i++) block.set(0, i, number);
    return block;
  }

  private static JsonNode named(String start) {
    return GOLDEN.properties().stream()
        .filter(e -> e.getKey().startsWith(start))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static void assertRow(JsonNode expected, Value actual) {
    for (int i = 0; i < expected.size(); i++) {
      assertClose(expected.get(i).doubleValue(), actual.get(0, i));
    }
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, 1e-5 * Math.max(1, Math.abs(expected)));
  }

  private void assertSlopes(JsonNode expected, float[] gradient) {
    expected
        .properties()
        .forEach(
            e -> {
              if (e.getKey().startsWith("sum")) {
                double sum = 0;
                for (float g : gradient) sum += g;
                assertClose(e.getValue().doubleValue(), sum);
                return;
              }
              String[] parts = e.getKey().split("[\\[,\\]]");
              Parameters.Entry entry = DeepGolden.entry(parameters, parts[0]);
              int r = Integer.parseInt(parts[1]);
              int c = Integer.parseInt(parts[2]);
              assertClose(
                  e.getValue().doubleValue(), gradient[entry.offset() + c * entry.columns() + r]);
            });
  }

  private InverseAutoregressiveFlow autoregressive() {
    var flow =
        new InverseAutoregressiveFlow(parameters, new FlowShape(3, 2, 4, 1), Randomness.of(1));
    for (int n = 0; n < 2; n++) {
      DeepGolden.fill(parameters, "iaf" + n + ".hidden", 200 + 30 * n, 1);
      DeepGolden.fill(parameters, "iaf" + n + ".shift", 210 + 30 * n, 1);
      DeepGolden.fill(parameters, "iaf" + n + ".log_scale", 220 + 30 * n, 1);
    }
    return flow;
  }

  private RealNvp realNvp() {
    RealNvp flow = new RealNvp(parameters, new FlowShape(3, 2, 3, 1), Randomness.of(1));
    for (int n = 0; n < 2; n++) {
      DeepGolden.fill(parameters, "coupling" + n + ".hidden", 300 + 30 * n, 1);
      DeepGolden.fill(parameters, "coupling" + n + ".scale", 310 + 30 * n, 1);
      DeepGolden.fill(parameters, "coupling" + n + ".shift", 320 + 30 * n, 1);
    }
    return flow;
  }

  @Test
  void inverseAutoregressiveStepsMapAndCountTheirDeterminant() {
    JsonNode golden = named("IAF alone");
    InverseAutoregressiveFlow flow = autoregressive();
    Tape tape = tape();
    Value z = row(tape, golden.get("z of q"));
    List<AutoregressiveStep.OnTape> steps = flow.on(tape).steps();
    Flow.Mapped first = steps.get(0).record(z);
    Flow.Mapped second = steps.get(1).record(first.value());
    Flow.Mapped whole = flow.toData(tape, z);
    Value logDeterminant = whole.logDeterminant(tape);
    Normal q = new Normal(row(tape, golden.get("mean")), row(tape, golden.get("sd")));
    Value logQ = tape.subtract(q.logDensity(tape, z, ones(tape, 3)), logDeterminant);
    // The gradient of log q + z'1 + 2 z'2 + 3 z'3.
    Value weights = tape.input(1, 3);
    for (int i = 0; i < 3; i++) weights.set(0, i, i + 1);
    Value objective = tape.add(logQ, tape.rowSum(tape.multiply(whole.value(), weights)));
    tape.forward();
    assertRow(golden.get("steps").get(0).get("z"), first.value());
    assertRow(golden.get("steps").get(1).get("z"), second.value());
    assertRow(golden.get("steps").get(1).get("z"), whole.value());
    assertClose(golden.get("steps").get(1).get("log q").doubleValue(), logQ.get(0, 0));
    tape.clearGradients(List.of(objective));
    objective.gradient()[objective.offset()] = 1;
    tape.backward();
    assertSlopes(golden.get("gradient of log q + z'1 + 2 z'2 + 3 z'3"), tape.gradient());
  }

  /** Row i of the Jacobian is the gradient of output i; what the masks forbid is exactly zero. */
  @Test
  void theJacobianOfAStepIsTriangular() {
    JsonNode golden = named("IAF alone");
    InverseAutoregressiveFlow flow = autoregressive();
    Tape tape = tape();
    Value z = row(tape, golden.get("z of q"));
    List<AutoregressiveStep.OnTape> steps = flow.on(tape).steps();
    Value first = steps.get(0).record(z).value();
    Value second = steps.get(1).record(first).value();
    tape.forward();
    assertJacobian(tape, golden.get("steps").get(0).get("jacobian"), z, first);
    assertJacobian(tape, golden.get("steps").get(1).get("jacobian"), first, second);
  }

  private static void assertJacobian(Tape tape, JsonNode expected, Value from, Value to) {
    for (int i = 0; i < to.columns(); i++) {
      tape.forward();
      tape.clearGradients(List.of(to));
      to.gradient()[to.offset() + i] = 1;
      tape.backward();
      for (int j = 0; j < from.columns(); j++) {
        double slope = expected.get(i).get(j).doubleValue();
        double found = from.gradient()[from.offset() + j];
        if (slope == 0) assertEquals(0, found);
        else assertClose(slope, found);
      }
    }
  }

  @Test
  void theInverseOfAnAutoregressiveFlowLeadsBack() {
    InverseAutoregressiveFlow flow = autoregressive();
    Tape tape = tape();
    Value z = row(tape, named("IAF alone").get("z of q"));
    Flow.Mapped there = flow.toData(tape, z);
    Flow.Mapped back = flow.toBase(tape, there.value());
    DoubleOracle oracle = new DoubleOracle(tape);
    oracle.forward();
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      assertEquals(oracle.get(z, i), oracle.get(back.value(), i), 1e-14);
      sum += oracle.get(there.logDerivatives(), i) + oracle.get(back.logDerivatives(), i);
    }
    assertEquals(0, sum, 1e-14);
  }

  @Test
  void couplingLayersMapBothWays() {
    JsonNode golden = named("RealNVP alone");
    RealNvp flow = realNvp();
    Tape tape = tape();
    Value y = row(tape, golden.get("y"));
    Value x = row(tape, golden.get("x"));
    Flow.Mapped there = flow.toData(tape, y);
    Flow.Mapped back = flow.toBase(tape, x);
    Value logThere = there.logDeterminant(tape);
    Value logBack = back.logDeterminant(tape);
    Normal standard = new Normal(tape.block(1, 3), block(tape, 1));
    Value density = tape.add(standard.logDensity(tape, back.value(), ones(tape, 3)), logBack);
    tape.forward();
    assertRow(golden.get("f(y)"), there.value());
    assertRow(golden.get("f^-1(x)"), back.value());
    assertClose(golden.get("log-det").doubleValue(), logThere.get(0, 0));
    assertClose(golden.get("log-det of f^-1 at x").doubleValue(), logBack.get(0, 0));
    String name = "log density of x when f^-1(x) ~ N(0, I)";
    assertClose(golden.get(name).doubleValue(), density.get(0, 0));
    assertJacobian(tape, golden.get("jacobian"), y, there.value());
    tape.forward();
    tape.clearGradients(List.of(density));
    density.gradient()[density.offset()] = 1;
    tape.backward();
    assertSlopes(golden.get("gradient of it"), tape.gradient());
    // The same in double precision.
    DoubleOracle oracle = new DoubleOracle(tape);
    for (int i = 0; i < 3; i++) oracle.of(x)[i] = golden.get("x").get(i).doubleValue();
    exactWeights(oracle, tape, List.of("coupling0", "coupling1"));
    oracle.forward();
    assertEquals(golden.get(name).doubleValue(), oracle.get(density, 0), 1e-12);
  }

  /** The weights as doubles, not rounded to floats. */
  private void exactWeights(DoubleOracle oracle, Tape tape, List<String> layers) {
    double[] weights = oracle.of(tape.parameter(parameters.entries().getFirst()));
    String[] heads = {".hidden", ".scale", ".shift"};
    for (int n = 0; n < layers.size(); n++) {
      for (int h = 0; h < heads.length; h++) {
        int k = 300 + 30 * n + 10 * h;
        Parameters.Entry w = DeepGolden.entry(parameters, layers.get(n) + heads[h] + ".weight");
        for (int r = 0; r < w.columns(); r++) {
          for (int c = 0; c < w.rows(); c++) {
            weights[w.offset() + c * w.columns() + r] = DeepGolden.weight(k, r, w.rows(), c);
          }
        }
        Parameters.Entry b = DeepGolden.entry(parameters, layers.get(n) + heads[h] + ".bias");
        for (int r = 0; r < b.size(); r++) weights[b.offset() + r] = DeepGolden.bias(k, r);
      }
    }
  }

  @Test
  void aFlowStartsAsTheIdentity() {
    RealNvp coupling = new RealNvp(parameters, new FlowShape(3, 4, 5, 2), Randomness.of(7));
    InverseAutoregressiveFlow autoregressive =
        new InverseAutoregressiveFlow(parameters, new FlowShape(3, 3, 5, 1), Randomness.of(7));
    Tape tape = tape();
    Value u = tape.input(1, 3);
    for (int i = 0; i < 3; i++) u.set(0, i, 0.5 - i);
    for (Flow flow : List.of(coupling, autoregressive)) {
      Flow.Mapped there = flow.toData(tape, u);
      tape.forward();
      for (int i = 0; i < 3; i++) {
        assertEquals(u.get(0, i), there.value().get(0, i));
        assertEquals(0f, there.logDerivatives().get(0, i));
      }
    }
  }

  @Test
  void aConditionalFlowHasTheRightGradient() {
    RealNvp flow = new RealNvp(parameters, new FlowShape(2, 3, 4, 2), 2, Randomness.of(5));
    Randomness random = Randomness.of(6);
    for (int i = 0; i < parameters.size(); i++) {
      parameters.data()[i] = (float) (0.4 * random.normal());
    }
    Tape tape = tape();
    Value x = tape.input(5, 2);
    Value context = tape.input(5, 2);
    random.normals(x.data(), 0, 10);
    random.normals(context.data(), 0, 10);
    Flow.Mapped back = flow.given(context).toBase(tape, x);
    GradientCheck.check(
        tape,
        parameters,
        List.of(back.value(), back.logDeterminant(tape)),
        new double[] {0.3, -0.7},
        200);
  }
}
