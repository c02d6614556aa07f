package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.DoubleOracle;
import undercurrent.math.GradientCheck;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * The neural autoregressive emission by the known answers of {@code golden/deep/emissions.json}.
 */
final class NadeGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("emissions");
  private final Parameters parameters = new Parameters();

  @ParameterizedTest
  @ValueSource(strings = {"all seen", "x_2 missing"})
  void nadeIsTheKnownOne(String name) {
    JsonNode golden = GOLDEN.get("NADE, order 1..4");
    int size = 4;
    int units = 3;
    Linear base = new Linear(parameters, "base", 2, units, Randomness.of(1));
    DeepGolden.fill(parameters, "base", 90, 1);
    Parameters.Entry v = rows("V", size, units, 230);
    Parameters.Entry bias = parameters.add("bias", 1, size);
    DeepGolden.fillBias(parameters, "bias", 230);
    Parameters.Entry w = rows("W", size, units, 240);
    Tape tape = new Tape(parameters);
    Value z = EmissionGoldenTest.input(tape, EmissionGoldenTest.floats(golden.get("z")));
    NadeEmission.Nade density =
        new NadeEmission.Nade(
            base.record(tape, z), tape.parameter(v), tape.parameter(bias), tape.parameter(w));
    float[] x = EmissionGoldenTest.floats(golden.get("x"));
    float[] mask = {1, name.equals("all seen") ? 1 : 0, 1, 1};
    Value sum =
        density.logDensity(
            tape, EmissionGoldenTest.input(tape, x), EmissionGoldenTest.input(tape, mask));
    tape.forward();
    JsonNode known = golden.get(name);
    double expected = known.get("log p").doubleValue();
    assertEquals(expected, sum.get(0, 0), 1e-5 * Math.abs(expected));
    assertEquals(expected, density.logDensity(0, x, mask, 0), 1e-6 * Math.abs(expected));
    DoubleOracle oracle = new DoubleOracle(tape);
    DeepGolden.exact(tape, parameters, oracle);
    for (int i = 0; i < z.size(); i++) oracle.of(z)[i] = golden.get("z").get(i).doubleValue();
    oracle.forward();
    assertEquals(expected, oracle.get(sum, 0), 1e-9 * Math.abs(expected));
    GradientCheck.check(tape, parameters, List.of(sum), new double[] {1}, 100);
    float[] gradient = tape.gradient();
    double total = 0;
    for (float g : gradient) total += g;
    JsonNode slopes = known.get("gradient");
    assertEquals(slopes.get("sum over all parameters").doubleValue(), total, 4e-5);
    assertEquals(slopes.get("W[0,1]").doubleValue(), gradient[w.offset() + 1], 1e-5);
    int last = v.offset() + 3 * units + 2;
    assertEquals(slopes.get("V[3,2]").doubleValue(), gradient[last], 1e-5);
    assertEquals(slopes.get("base.weight[0,0]").doubleValue(), gradient[0], 1e-5);
  }

  /** Rows by the formula of weights. */
  private Parameters.Entry rows(String name, int rows, int columns, int k) {
    Parameters.Entry entry = parameters.add(name, rows, columns);
    for (int i = 0; i < entry.size(); i++) {
      double weight = DeepGolden.weight(k, i / columns, columns, i % columns);
      DeepGolden.set(parameters, entry.offset() + i, weight);
    }
    return entry;
  }

  /** With many rows the probabilities along drawn rows are the marginal ones. */
  @Test
  void nadeRowsHaveTheMarginalProbabilities() {
    int size = 3;
    int units = 2;
    Parameters.Entry v = rows("V", size, units, 3);
    Parameters.Entry w = rows("W", size, units, 1);
    Parameters.Entry bias = parameters.add("bias", 1, size);
    for (int i = 0; i < 2 * size * units; i++) parameters.data()[i] *= 6;
    Tape tape = new Tape(parameters, false);
    int count = 20_000;
    Value first = tape.input(count, units);
    NadeEmission.Nade density =
        new NadeEmission.Nade(first, tape.parameter(v), tape.parameter(bias), tape.parameter(w));
    Normal moments = density.moments(tape);
    tape.forward();
    double[] marginal = new double[size];
    double total = 0;
    for (int bits = 0; bits < 1 << size; bits++) {
      float[] x = new float[size];
      for (int i = 0; i < size; i++) x[i] = bits >> i & 1;
      double p = StrictMath.exp(density.logDensity(0, x, new float[] {1, 1, 1}, 0));
      total += p;
      for (int i = 0; i < size; i++) marginal[i] += p * x[i];
    }
    assertEquals(1, total, 1e-6);
    for (int i = 0; i < size; i++) {
      double mean = 0;
      for (int row = 0; row < count; row++) mean += moments.mean().get(row, i) / count;
      assertEquals(marginal[i], mean, 0.01);
    }
  }

  /** Whole rows are drawn with the joint probabilities of the density, by each row of numbers. */
  @Test
  void drawnRowsHaveTheProbabilitiesOfTheDensity() {
    int size = 3;
    int units = 2;
    Parameters.Entry v = rows("V", size, units, 3);
    Parameters.Entry w = rows("W", size, units, 1);
    Parameters.Entry bias = parameters.add("bias", 1, size);
    for (int i = 0; i < 2 * size * units; i++) parameters.data()[i] *= 6;
    Tape tape = new Tape(parameters, false);
    NadeEmission.Nade density =
        new NadeEmission.Nade(
            tape.input(1, units), tape.parameter(v), tape.parameter(bias), tape.parameter(w));
    density.moments(tape);
    tape.forward();
    int count = 40_000;
    double[] share = new double[1 << size];
    Randomness random = Randomness.of(1).named("draws");
    double[] noise = new double[size];
    double[] x = new double[size];
    for (int n = 0; n < count; n++) {
      for (int i = 0; i < size; i++) noise[i] = random.normal();
      density.draw(0, noise, x);
      int bits = 0;
      for (int i = 0; i < size; i++) bits |= (int) x[i] << i;
      share[bits] += 1.0 / count;
    }
    for (int bits = 0; bits < share.length; bits++) {
      float[] row = new float[size];
      for (int i = 0; i < size; i++) row[i] = bits >> i & 1;
      double p = StrictMath.exp(density.logDensity(0, row, new float[] {1, 1, 1}, 0));
      assertEquals(p, share[bits], 4 * StrictMath.sqrt(p / count));
    }
  }
}
