package undercurrent.model.normalizing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.DoubleOracle;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.flow.ElementwiseFlow;
import undercurrent.model.flow.Flow;
import undercurrent.model.flow.FlowShape;
import undercurrent.model.flow.LogFlow;
import undercurrent.model.flow.RealNvp;
import undercurrent.model.flow.SinhArcsinh;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;

/**
 * Normalizing Kalman filters by the known answers of {@code golden/deep/nkf.json} and on the Nile.
 */
final class NormalizingGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("nkf");

  private static JsonNode named(String start) {
    return GOLDEN.properties().stream()
        .filter(e -> e.getKey().startsWith(start))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Value input(Tape tape, int rows, int columns, JsonNode numbers) {
    Value value = tape.input(rows, columns);
    double[] flat = flat(numbers);
    for (int i = 0; i < flat.length; i++) value.data()[i] = (float) flat[i];
    return value;
  }

  /** Numbers in any depth, null as 0. */
  private static double[] flat(JsonNode numbers) {
    List<Double> all = new ArrayList<>();
    collect(numbers, all);
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonNode node, List<Double> all) {
    if (node.isArray()) node.forEach(child -> collect(child, all));
    else all.add(node.isNull() ? 0.0 : node.doubleValue());
  }

  private static void exact(DoubleOracle oracle, Value value, double[] numbers) {
    System.arraycopy(numbers, 0, oracle.of(value), value.offset(), numbers.length);
  }

  private static void put(Parameters parameters, Parameters.Entry entry, double[] logs) {
    for (int i = 0; i < logs.length; i++) parameters.data()[entry.offset() + i] = (float) logs[i];
  }

  private static double[] logs(JsonNode numbers) {
    return java.util.Arrays.stream(flat(numbers)).map(StrictMath::log).toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two local levels", "level and slope"})
  void likelihoodAndGradientAreTheKnownOnes(String name) {
    JsonNode golden = named(name);
    int steps = golden.get("y").size();
    int size = golden.get("y").get(0).size();
    int n = golden.get("F").size();
    Parameters parameters = new Parameters();
    RealNvp flow = new RealNvp(parameters, new FlowShape(size, 2, 3, 1), Randomness.of(1));
    for (int c = 0; c < 2; c++) {
      DeepGolden.fill(parameters, "coupling" + c + ".hidden", 300 + 30 * c, 1);
      DeepGolden.fill(parameters, "coupling" + c + ".scale", 310 + 30 * c, 1);
      DeepGolden.fill(parameters, "coupling" + c + ".shift", 320 + 30 * c, 1);
    }
    Parameters.Entry logQ = parameters.add("log q", 1, n);
    Parameters.Entry logR = parameters.add("log r", size, 1);
    put(parameters, logQ, logs(golden.get("diag Q")));
    put(parameters, logR, logs(golden.get("diag R")));
    Tape tape = new Tape(parameters);
    Value y = input(tape, steps, size, golden.get("y"));
    Value mask = tape.input(steps, size);
    for (int t = 0; t < steps; t++) {
      for (int d = 0; d < size; d++) mask.set(t, d, golden.get("y").get(t).get(d).isNull() ? 0 : 1);
    }
    Value emission = input(tape, size, n, golden.get("H"));
    Value noise = tape.exp(tape.parameter(logR));
    List<Value> h = new ArrayList<>();
    List<Value> r = new ArrayList<>();
    for (int d = 0; d < size; d++) {
      h.add(emission.rows(d, 1));
      r.add(noise.rows(d, 1));
    }
    Value transition = input(tape, 1, n * n, golden.get("F"));
    Value firstMean = input(tape, 1, n, golden.get("m0"));
    Value firstCovariance = input(tape, 1, n * n, golden.get("P0"));
    KalmanLikelihood filter =
        new KalmanLikelihood(
            n, transition, h, tape.exp(tape.parameter(logQ)), r, firstMean, firstCovariance);
    Flow.Mapped base = flow.toBase(tape, y);
    Value density = filter.record(tape, base.value(), mask, steps);
    Value derivatives = tape.multiply(base.logDerivatives(), mask);
    Value total = tape.columnSum(tape.rowSum(tape.add(density, derivatives)), 1);
    tape.forward();
    assertClose(golden.get("log-likelihood"), total.get(0, 0), 1e-5);
    tape.clearGradients(List.of(total));
    total.gradient()[total.offset()] = 1;
    tape.backward();
    JsonNode slopes = golden.get("gradient");
    double sum = 0;
    for (float g : tape.gradient()) sum += g;
    assertClose(slopes.get("sum over all parameters"), sum, 1e-5);
    assertClose(slopes.get("log q[0]"), tape.gradient()[logQ.offset()], 1e-5);
    assertClose(slopes.get("log r[1]"), tape.gradient()[logR.offset() + 1], 1e-5);
    Parameters.Entry shift = DeepGolden.entry(parameters, "coupling0.shift.weight");
    assertClose(
        slopes.get("coupling0.shift.weight[0,1]"),
        tape.gradient()[shift.offset() + shift.columns()],
        1e-5);
    // The same operations in double precision.
    DoubleOracle oracle = new DoubleOracle(tape);
    exact(oracle, y, flat(golden.get("y")));
    exact(oracle, emission, flat(golden.get("H")));
    exact(oracle, transition, flat(golden.get("F")));
    exact(oracle, firstMean, flat(golden.get("m0")));
    exact(oracle, firstCovariance, flat(golden.get("P0")));
    exact(oracle, tape.parameter(logQ), logs(golden.get("diag Q")));
    exact(oracle, tape.parameter(logR), logs(golden.get("diag R")));
    exactFlow(oracle, tape, parameters);
    oracle.forward();
    assertClose(golden.get("log-likelihood"), oracle.get(total, 0), 1e-9);
    double kalman = 0;
    for (int i = 0; i < density.size(); i++) kalman += oracle.get(density, i);
    assertClose(golden.get("Kalman part"), kalman, 1e-9);
    for (int t = 0; t < steps; t++) {
      double determinant = 0;
      for (int d = 0; d < size; d++) determinant += oracle.get(derivatives, t * size + d);
      assertClose(golden.get("log-det of f^-1").get(t), determinant, 1e-9);
    }
  }

  private static void exactFlow(DoubleOracle oracle, Tape tape, Parameters parameters) {
    String[] heads = {".hidden", ".scale", ".shift"};
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < 3; i++) {
        int k = 300 + 30 * c + 10 * i;
        Parameters.Entry w = DeepGolden.entry(parameters, "coupling" + c + heads[i] + ".weight");
        double[] weights = new double[w.size()];
        for (int row = 0; row < w.rows(); row++) {
          for (int column = 0; column < w.columns(); column++) {
            weights[row * w.columns() + column] = DeepGolden.weight(k, column, w.rows(), row);
          }
        }
        exact(oracle, tape.parameter(w), weights);
        Parameters.Entry b = DeepGolden.entry(parameters, "coupling" + c + heads[i] + ".bias");
        double[] biases = new double[b.size()];
        for (int row = 0; row < biases.length; row++) biases[row] = DeepGolden.bias(k, row);
        exact(oracle, tape.parameter(b), biases);
      }
    }
  }

  private static void assertClose(JsonNode expected, double actual, double tolerance) {
    double number = expected.doubleValue();
    assertEquals(number, actual, tolerance * Math.max(1, Math.abs(number)));
  }

  /** log p of a local level in the base space, and of the map to it. */
  private static double[] level(
      double[] y, ElementwiseFlow.Curve curve, double q, double r, double p) {
    double[] u = new double[y.length];
    double determinant = 0;
    for (int t = 0; t < y.length; t++) {
      u[t] = Double.isNaN(y[t]) ? Double.NaN : curve.toBase(y[t]);
      if (!Double.isNaN(y[t])) determinant += curve.logDerivative(y[t]);
    }
    double[][] one = {{1}};
    LinearSystem system =
        LinearSystem.of(one, new double[][] {{q}}, one, new double[][] {{r}})
            .startingAt(new double[] {0}, new double[][] {{p}});
    double kalman = KalmanFilter.logLikelihood(system, Observations.ofChannel(u)).value();
    return new double[] {kalman, determinant};
  }

  private static double[] nile() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            NormalizingGoldenTest.class.getResourceAsStream(
                "/golden/nile_exact_diffuse_golden.csv"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n"))
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
          .toArray();
    }
  }

  @Test
  void theExponentialOfALevelIsTheKnownOne() {
    JsonNode golden = named("y = exp(.)");
    double[] y = {1.2, 0.7, Double.NaN, 2.1};
    ElementwiseFlow.Curve log = new LogFlow(new double[1]).curve(0);
    double[] parts = level(y, log, 0.1, 0.2, 2);
    assertClose(golden.get("Kalman part"), parts[0], 1e-12);
    assertClose(golden.get("log-det part"), parts[1], 1e-12);
  }

  /** NK-2 and NK-3: a logarithm and a sinh-arcsinh function before a local level of the Nile. */
  @Test
  void theNileThroughTwoFlowsHasTheKnownLikelihoods() throws IOException {
    double[] nile = nile();
    double[] log = level(nile, new LogFlow(new double[1]).curve(0), 0.001, 0.015, 100);
    assertEquals(33.3409872417, log[0], 1e-8);
    assertEquals(-680.6757418350, log[1], 1e-8);
    assertEquals(-647.3347545933, log[0] + log[1], 1e-8);
    double[] scaled = new double[nile.length];
    for (int t = 0; t < nile.length; t++) scaled[t] = (nile[t] - 900) / 150;
    double[] sinh = level(scaled, new SinhArcsinh(0, 0, 1 / 1.3, 0.2 / 1.3), 0.1, 0.6, 10);
    double perUnit = nile.length * StrictMath.log(150);
    assertEquals(-113.8275713027, sinh[0], 1e-8);
    assertEquals(-537.6951491095, sinh[1] - perUnit, 1e-8);
    assertEquals(-651.5227204121, sinh[0] + sinh[1] - perUnit, 1e-8);
  }
}
