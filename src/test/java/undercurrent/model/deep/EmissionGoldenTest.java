package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.GradientCheck;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;
import undercurrent.series.Support;

/** Emissions by the known answers of {@code golden/deep/emissions.json}. */
final class EmissionGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("emissions");
  private final Parameters parameters = new Parameters();

  private Parameters.Entry leaf(JsonNode numbers, String name) {
    Parameters.Entry entry = parameters.add(name, 1, numbers.get(name).size());
    for (int i = 0; i < entry.size(); i++) {
      parameters.data()[entry.offset() + i] = (float) numbers.get(name).get(i).doubleValue();
    }
    return entry;
  }

  private static float[] floats(JsonNode numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) floats[i] = (float) numbers.get(i).doubleValue();
    return floats;
  }

  private static Value input(Tape tape, float[] numbers) {
    Value value = tape.input(1, numbers.length);
    System.arraycopy(numbers, 0, value.data(), 0, numbers.length);
    return value;
  }

  private void check(JsonNode golden, Tape tape, EmissionDensity density, String... leaves) {
    float[] x = floats(golden.get("x"));
    float[] mask = floats(golden.get("mask"));
    Value sum = density.logDensity(tape, input(tape, x), input(tape, mask));
    tape.forward();
    double expected = golden.get("sum over the mask").doubleValue();
    assertEquals(expected, sum.get(0, 0), 1e-5 * Math.abs(expected));
    // What is read in double precision sees the parameters as floats.
    assertEquals(expected, density.logDensity(0, x, mask, 0), 1e-6 * Math.abs(expected));
    for (int d = 0; d < x.length; d++) {
      float[] one = new float[x.length];
      one[d] = 1;
      double of = golden.get("log p of each").get(d).doubleValue();
      assertEquals(of, density.logDensity(0, x, one, 0), 1e-6 * Math.max(1, Math.abs(of)));
    }
    tape.clearGradients();
    sum.gradient()[sum.offset()] = 1;
    tape.backward();
    for (String leaf : leaves) {
      Parameters.Entry entry = DeepGolden.entry(parameters, leaf);
      for (int i = 0; i < entry.size(); i++) {
        double slope = golden.get("gradient").get(leaf).get(i).doubleValue();
        assertEquals(
            slope, tape.gradient()[entry.offset() + i], 1e-5 * Math.max(1, Math.abs(slope)), leaf);
      }
    }
    GradientCheck.check(tape, parameters, List.of(sum), new double[] {1}, 100);
  }

  @Test
  void poissonIsTheKnownOne() {
    JsonNode golden = GOLDEN.get("Poisson, rate = softplus(a) + floor");
    Parameters.Entry a = leaf(golden, "a");
    Tape tape = new Tape(parameters);
    ChannelStatistics channels = ChannelStatistics.plain(new double[4], Support.COUNT);
    Value rate = tape.softplus(tape.parameter(a), 1e-3f);
    check(golden, tape, new PoissonEmission.Poisson(rate, channels), "a");
  }

  @Test
  void studentIsTheKnownOne() {
    JsonNode golden = GOLDEN.get("Student t, 4 degrees of freedom, scale = softplus(s) + floor");
    Parameters.Entry mean = leaf(golden, "mean");
    Parameters.Entry s = leaf(golden, "s");
    Tape tape = new Tape(parameters);
    Value scale = tape.softplus(tape.parameter(s), 1e-3f);
    check(golden, tape, new StudentEmission.Student(tape.parameter(mean), scale), "mean", "s");
  }

  @Test
  void gaussianIsTheKnownOne() {
    JsonNode golden = GOLDEN.get("Gaussian, learned sd = softplus(s) + floor");
    Parameters.Entry mean = leaf(golden, "mean");
    Parameters.Entry s = leaf(golden, "s");
    Tape tape = new Tape(parameters);
    check(
        golden,
        tape,
        new Normal(tape.parameter(mean), tape.softplus(tape.parameter(s), 1e-3f)),
        "mean",
        "s");
  }

  @Test
  void bernoulliIsTheKnownOne() {
    JsonNode golden = GOLDEN.get("Bernoulli, logit a");
    Parameters.Entry a = leaf(golden, "a");
    Tape tape = new Tape(parameters);
    check(golden, tape, new BernoulliEmission.Bernoulli(tape.parameter(a)), "a");
  }

  /** A count k is seen as (k − 5)/2, and its density is that of what is seen. */
  @Test
  void standardisedCountsHaveTheDensityOfTheirUnits() {
    Tape tape = new Tape(parameters, false);
    ChannelStatistics channels =
        new ChannelStatistics(new double[1], new double[] {5}, new double[] {2}, Support.COUNT);
    Value rate = input(tape, new float[] {3});
    PoissonEmission.Poisson density = new PoissonEmission.Poisson(rate, channels);
    Value sum =
        density.logDensity(tape, input(tape, new float[] {-0.5f}), input(tape, new float[] {1}));
    Normal moments = density.moments(tape);
    tape.forward();
    // P(4) = 3⁴ e⁻³ / 4!
    double expected = StrictMath.log(81 * StrictMath.exp(-3) / 24) + StrictMath.log(2);
    assertEquals(expected, sum.get(0, 0), 1e-5);
    assertEquals((3.0 - 5) / 2, moments.mean().get(0, 0), 1e-6);
    assertEquals(Math.sqrt(3) / 2, moments.sd().get(0, 0), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"poisson, 3.3", "poisson, 2000", "student, 0", "bernoulli, 0.7"})
  void drawsHaveTheMomentsOfTheDistribution(String name, double number) {
    Tape tape = new Tape(parameters, false);
    int count = 40_000;
    Value noise = tape.input(count, 1);
    Randomness.of(2).normals(noise.data(), 0, count);
    EmissionDensity density =
        switch (name) {
          case "poisson" ->
              new PoissonEmission.Poisson(
                  filled(tape, count, number),
                  ChannelStatistics.plain(new double[1], Support.COUNT));
          case "student" ->
              new StudentEmission.Student(filled(tape, count, number), filled(tape, 1, 0.5));
          default ->
              new BernoulliEmission.Bernoulli(
                  filled(tape, count, StrictMath.log(number / (1 - number))));
        };
    Value drawn = density.sample(tape, noise);
    Normal moments = density.moments(tape);
    tape.forward();
    double mean = 0;
    double square = 0;
    for (int i = 0; i < count; i++) {
      mean += drawn.get(i, 0) / count;
      square += (double) drawn.get(i, 0) * drawn.get(i, 0) / count;
      if (i < 50) {
        double alone = density.draw(i, 0, noise.get(i, 0));
        assertEquals(alone, drawn.get(i, 0), 1e-5 * Math.max(1, Math.abs(alone)));
      }
    }
    double sd = moments.sd().get(0, 0);
    assertEquals(moments.mean().get(0, 0), mean, 4 * sd / Math.sqrt(count));
    assertEquals(1, Math.sqrt(square - mean * mean) / sd, 0.05);
  }

  private static Value filled(Tape tape, int rows, double number) {
    Value value = tape.input(rows, 1);
    java.util.Arrays.fill(value.data(), (float) number);
    return value;
  }

  /** The 90 % point of t with four degrees of freedom, from a table. */
  @Test
  void theQuantileOfStudentIsTheTabulatedOne() {
    Tape tape = new Tape(parameters, false);
    StudentEmission.Student density =
        new StudentEmission.Student(filled(tape, 1, 0), filled(tape, 1, 1));
    assertEquals(1.533206, density.draw(0, 0, StandardNormal.quantile(0.9)), 1e-5);
    assertEquals(-2.776445, density.draw(0, 0, StandardNormal.quantile(0.025)), 1e-5);
  }

  @Test
  void poissonRefusesWhatIsNotCounts() {
    ChannelStatistics channels =
        new ChannelStatistics(new double[1], new double[1], new double[] {1}, Support.REAL);
    EmissionSettings settings =
        new EmissionSettings(Likelihood.POISSON, EmissionSettings.Noise.LEARNED, 0.1);
    Randomness random = Randomness.of(1);
    EmissionParts parts =
        new EmissionParts(
            parameters,
            settings,
            1e-3,
            new EmissionTrunk(parameters, 2, 3, random),
            channels,
            random);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> parts.emission());
    assertEquals(
        "The setting 'likelihood' cannot be 'poisson' for values that are not whole numbers from 0"
            + " on; choose 'gaussian'.",
        refused.getMessage());
  }
}
