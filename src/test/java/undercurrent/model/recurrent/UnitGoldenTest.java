package undercurrent.model.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.DoubleOracle;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * The filter of a continuous recurrent unit by the known answers of {@code golden/deep/cru.json}.
 */
final class UnitGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("cru");
  private static final int SHARES = 160;

  private static JsonNode named(String start) {
    return GOLDEN.properties().stream()
        .filter(e -> e.getKey().startsWith(start))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  /** Numbers in any depth, null as 0. */
  private static double[] flat(JsonNode node) {
    List<Double> all = new ArrayList<>();
    collect(node, all);
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonNode node, List<Double> all) {
    if (node.isArray()) node.forEach(child -> collect(child, all));
    else all.add(node.isNull() ? 0.0 : node.doubleValue());
  }

  private static Parameters.Entry put(Parameters parameters, String name, double[] numbers) {
    Parameters.Entry entry = parameters.add(name, 1, numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      DeepGolden.set(parameters, entry.offset() + i, numbers[i]);
    }
    return entry;
  }

  private static void assertClose(String what, double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)), what);
  }

  /** One of the cases, recorded. */
  private static final class Case {
    final JsonNode golden;
    final int n;
    final Parameters parameters = new Parameters();
    final Tape tape;
    final Value y;
    final Value variance;
    final Value gaps;
    final UnitFilter.Steps steps;
    final Value total;

    Case(String name) {
      golden = named(name);
      n = golden.get("start upper").size();
      double[] basis = flat(golden.get("A0"));
      double[] both = java.util.Arrays.copyOf(basis, 2 * basis.length);
      System.arraycopy(flat(golden.get("A1")), 0, both, basis.length, basis.length);
      Parameters.Entry matrices = put(parameters, "A", both);
      Parameters.Entry weight = parameters.add("alpha.weight", 2 * n, 2);
      parameters.add("alpha.bias", 1, 2);
      DeepGolden.fill(parameters, "alpha", SHARES, 1);
      double[] density = flat(golden.get("spectral density"));
      for (int i = 0; i < density.length; i++) density[i] = StrictMath.log(density[i]);
      Parameters.Entry spectral = put(parameters, "log spectral", density);
      List<Parameters.Entry> start = new ArrayList<>();
      for (String part : List.of("mean", "upper", "lower", "side")) {
        start.add(put(parameters, part, flat(golden.get("start " + part))));
      }
      tape = new Tape(parameters);
      int rows = golden.get("y").size();
      y = tape.input(rows, n);
      variance = tape.input(rows, n);
      gaps = tape.input(rows, 1);
      Value seen = tape.input(rows, n);
      float[] values = seen.data();
      int at = 0;
      for (JsonNode row : golden.get("y")) {
        for (JsonNode number : row) values[at++] = number.isNull() ? 0 : 1;
      }
      PairedStates states = new PairedStates(n);
      UnitFilter filter =
          new UnitFilter(
              states,
              tape.parameter(matrices).reshape(2, basis.length),
              tape.parameter(weight),
              tape.parameter(DeepGolden.entry(parameters, "alpha.bias")),
              tape.exp(tape.parameter(spectral)));
      Value first = tape.join(start.stream().map(tape::parameter).toList());
      steps = filter.record(tape, first, new UnitFilter.Latent(y, variance, seen), gaps);
      Value mean = states.observedMean(tape, steps.predicted());
      Value error = tape.subtract(y, mean);
      Value sd = tape.sqrt(tape.add(states.upper(tape, steps.predicted()), variance));
      total = tape.columnSum(tape.gaussianLogLikelihood(tape.input(rows, n), seen, error, sd), 1);
      fill(null);
      tape.forward();
    }

    /** The data, in the floats of the tape, or in the doubles of an oracle. */
    void fill(@Nullable DoubleOracle oracle) {
      double[] times = flat(golden.get("times"));
      double[] between = new double[times.length];
      for (int t = 1; t < times.length; t++) between[t] = times[t] - times[t - 1];
      set(oracle, y, flat(golden.get("y")));
      set(oracle, variance, flat(golden.get("variance of y")));
      set(oracle, gaps, between);
    }

    private static void set(@Nullable DoubleOracle oracle, Value value, double[] numbers) {
      for (int i = 0; i < numbers.length; i++) {
        if (oracle == null) value.data()[i] = (float) numbers[i];
        else oracle.of(value)[i] = numbers[i];
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"n = 1, A0", "n = 2, two"})
  void likelihoodAndGradientsAreTheKnownOnes(String name) {
    Case c = new Case(name);
    assertClose(name, c.golden.get("log-likelihood").doubleValue(), c.total.get(0, 0), 1e-5);
    c.tape.clearGradients(List.of(c.total));
    c.total.gradient()[c.total.offset()] = 1;
    c.tape.backward();
    float[] gradient = c.tape.gradient();
    double sum = 0;
    for (float g : gradient) sum += g;
    int matrix = 4 * c.n * c.n;
    for (var slope : c.golden.get("gradient").properties()) {
      double found =
          switch (slope.getKey()) {
            case "A0[1,0]" -> gradient[2 * c.n];
            case "A1[0,3]" -> gradient[matrix + 3];
            case "log spectral[1]" -> gradient[offset(c, "log spectral") + 1];
            case "side[0]" -> gradient[offset(c, "side")];
            // Stored transposed: row 2 of [2n × K].
            case "alpha.weight[0,2]" -> gradient[offset(c, "alpha.weight") + 2 * 2];
            case "sum over all parameters" -> sum;
            default -> throw new AssertionError(slope.getKey());
          };
      assertClose(slope.getKey(), slope.getValue().doubleValue(), found, 1e-5);
    }
  }

  private static int offset(Case c, String name) {
    return DeepGolden.entry(c.parameters, name).offset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"n = 1, A0", "n = 2, two"})
  void eachStepIsTheKnownOne(String name) {
    Case c = new Case(name);
    DoubleOracle oracle = new DoubleOracle(c.tape);
    DeepGolden.exact(c.tape, c.parameters, oracle);
    c.fill(oracle);
    oracle.forward();
    assertClose(name, c.golden.get("log-likelihood").doubleValue(), oracle.get(c.total, 0), 1e-9);
    JsonNode steps = c.golden.get("steps");
    compare(c, oracle, c.steps.predicted(), steps, "prior ");
    compare(c, oracle, c.steps.filtered(), steps, "posterior ");
  }

  private static void compare(
      Case c, DoubleOracle oracle, Value states, JsonNode steps, String which) {
    int[] from = {0, 2 * c.n, 3 * c.n, 4 * c.n};
    String[] parts = {"mean", "upper", "lower", "side"};
    for (int part = 0; part < parts.length; part++) {
      JsonNode rows = steps.get(which + parts[part]);
      for (int t = 0; t < rows.size(); t++) {
        double[] expected = flat(rows.get(t));
        for (int i = 0; i < expected.length; i++) {
          int at = t * 5 * c.n + from[part] + i;
          String what = which + parts[part] + " " + t;
          assertClose(what, expected[i], oracle.get(states, at), 1e-9);
          assertClose(what, expected[i], states.data()[states.offset() + at], 1e-5);
        }
      }
    }
  }
}
