package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.DoubleOracle;
import undercurrent.math.GradientCheck;
import undercurrent.math.Linear;
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
      DeepGolden.set(parameters, entry.offset() + i, numbers.get(name).get(i).doubleValue());
    }
    return entry;
  }

  static float[] floats(JsonNode numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) floats[i] = (float) numbers.get(i).doubleValue();
    return floats;
  }

  static Value input(Tape tape, float[] numbers) {
    Value value = tape.input(1, numbers.length);
    System.arraycopy(numbers, 0, value.data(), 0, numbers.length);
    return value;
  }

  private void check(JsonNode golden, Tape tape, EmissionDensity density, String... leaves) {
    float[] x = floats(golden.get("x"));
    float[] mask = floats(golden.get("mask"));
    Value seen = input(tape, x);
    Value sum = density.logDensity(tape, seen, input(tape, mask));
    tape.forward();
    double expected = golden.get("sum over the mask").doubleValue();
    assertEquals(expected, sum.get(0, 0), 1e-5 * Math.abs(expected));
    DoubleOracle oracle = new DoubleOracle(tape);
    DeepGolden.exact(tape, parameters, oracle);
    for (int d = 0; d < x.length; d++) oracle.of(seen)[d] = golden.get("x").get(d).doubleValue();
    oracle.forward();
    // The constant of Student's density is a float on the tape.
    double tolerance = density instanceof StudentEmission.Student ? 1e-7 : 1e-9;
    assertEquals(expected, oracle.get(sum, 0), tolerance * Math.max(1, Math.abs(expected)));
    // What is read in double precision sees the parameters as floats.
    assertEquals(expected, density.logDensity(0, x, mask, 0), 1e-6 * Math.abs(expected));
    for (int d = 0; d < x.length; d++) {
      float[] one = new float[x.length];
      one[d] = 1;
      double of = golden.get("log p of each").get(d).doubleValue();
      assertEquals(of, density.logDensity(0, x, one, 0), 1e-6 * Math.max(1, Math.abs(of)));
    }
    tape.clearGradients(List.of(sum));
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
    Value rate = tape.softplus(tape.parameter(a), 1e-3f);
    check(golden, tape, new PoissonEmission.Poisson(rate, counts(4)), "a");
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
  void gaussianWithAFixedDeviationIsTheKnownOne() {
    JsonNode golden = GOLDEN.get("Gaussian, sd fixed .5");
    Parameters.Entry mean = leaf(golden, "mean");
    Tape tape = new Tape(parameters);
    Value sd = input(tape, new float[] {0.5f, 0.5f, 0.5f, 0.5f});
    check(golden, tape, new Normal(tape.parameter(mean), sd), "mean");
  }

  @Test
  void gaussianWithADeviationOfTheStateIsTheKnownOne() {
    JsonNode golden = GOLDEN.get("Gaussian, sd of the state = softplus(W h + b) + floor, k = 115");
    Parameters.Entry mean = leaf(golden, "mean");
    Parameters.Entry h = leaf(golden, "h");
    Linear spread = new Linear(parameters, "spread", 3, 4, Randomness.of(1));
    DeepGolden.fill(parameters, "spread", 115, 1);
    Tape tape = new Tape(parameters);
    Value sd = tape.softplus(spread.record(tape, tape.parameter(h)), 1e-3f);
    check(golden, tape, new Normal(tape.parameter(mean), sd), "mean", "h");
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
        new ChannelStatistics(
            new double[1], new double[] {5}, new double[] {2}, new double[1], Support.COUNT);
    Value rate = input(tape, new float[] {3});
    PoissonEmission.Poisson density = new PoissonEmission.Poisson(rate, new Counts(channels));
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

  private static Counts counts(int size) {
    return new Counts(ChannelStatistics.plain(new double[size], Support.COUNT));
  }

  /** One channel with a parameter of the distribution. */
  private static EmissionDensity density(Tape tape, String name, double number) {
    Value value = filled(tape, 1, number);
    return switch (name) {
      case "poisson" -> new PoissonEmission.Poisson(value, counts(1));
      case "negative binomial" ->
          new NegativeBinomialEmission.NegativeBinomial(value, filled(tape, 1, 1.7), counts(1));
      case "zero-inflated" ->
          new ZeroInflatedPoissonEmission.ZeroInflated(filled(tape, 1, -0.4), value, counts(1));
      case "categorical" -> {
        double[] one = {1};
        double[] highest = {3};
        ChannelStatistics channels =
            new ChannelStatistics(one, new double[1], one, highest, Support.COUNT);
        yield new CategoricalEmission.Categorical(
            input(tape, new float[] {0.3f, -1.2f, 0.05f, (float) number}),
            CategoricalEmission.Classes.of(channels));
      }
      case "student" -> new StudentEmission.Student(value, filled(tape, 1, 0.5));
      default ->
          new BernoulliEmission.Bernoulli(filled(tape, 1, StrictMath.log(number / (1 - number))));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "poisson, 3.3",
    "poisson, 2000",
    "negative binomial, 2.2",
    "negative binomial, 9000",
    "zero-inflated, 4.1",
    "categorical, 2.1",
    "student, 0",
    "bernoulli, 0.7"
  })
  void drawsHaveTheMomentsOfTheDistribution(String name, double number) {
    Tape tape = new Tape(parameters, false);
    EmissionDensity density = density(tape, name, number);
    Normal moments = density.moments(tape);
    tape.forward();
    int count = 40_000;
    Randomness random = Randomness.of(2);
    double mean = 0;
    double square = 0;
    for (int i = 0; i < count; i++) {
      double drawn = density.draw(0, 0, random.normal());
      mean += drawn / count;
      square += drawn * drawn / count;
    }
    double sd = moments.sd().get(0, 0);
    assertEquals(moments.mean().get(0, 0), mean, 4 * sd / Math.sqrt(count));
    assertEquals(1, Math.sqrt(square - mean * mean) / sd, 0.05);
  }

  @ParameterizedTest
  @CsvSource({"poisson, 3.3", "negative binomial, 2.2", "zero-inflated, 4.1", "categorical, 2.1"})
  void probabilitiesSumToOne(String name, double number) {
    Tape tape = new Tape(parameters, false);
    EmissionDensity density = density(tape, name, number);
    tape.forward();
    double sum = 0;
    int last = name.equals("categorical") ? 3 : 200;
    for (int k = 0; k <= last; k++) {
      sum += StrictMath.exp(density.logDensity(0, new float[] {k}, new float[] {1}, 0));
    }
    assertEquals(1, sum, 1e-6);
  }

  @Test
  void poissonWithAnExponentialRateIsTheKnownOne() {
    JsonNode golden = GOLDEN.get("Poisson, rate = exp(a)");
    Parameters.Entry a = leaf(golden, "a");
    Tape tape = new Tape(parameters);
    Value rate = tape.exp(tape.parameter(a));
    check(golden, tape, new PoissonEmission.Poisson(rate, counts(4)), "a");
  }

  @Test
  void negativeBinomialIsTheKnownOne() {
    JsonNode golden =
        GOLDEN.get(
            "negative binomial, mean = exp(a), size r = softplus(s) + floor, variance = mean +"
                + " mean^2 / r");
    Parameters.Entry a = leaf(golden, "a");
    Parameters.Entry s = leaf(golden, "s");
    Tape tape = new Tape(parameters);
    Value mean = tape.exp(tape.parameter(a));
    Value size = tape.softplus(tape.parameter(s), 1e-3f);
    check(
        golden,
        tape,
        new NegativeBinomialEmission.NegativeBinomial(mean, size, counts(4)),
        "a",
        "s");
  }

  @Test
  void zeroInflatedPoissonIsTheKnownOne() {
    JsonNode golden =
        GOLDEN.get(
            "zero-inflated Poisson, gate = sigmoid(g) is the share of extra zeros, rate = exp(a)");
    Parameters.Entry a = leaf(golden, "a");
    Parameters.Entry g = leaf(golden, "g");
    Tape tape = new Tape(parameters);
    Value rate = tape.exp(tape.parameter(a));
    check(
        golden,
        tape,
        new ZeroInflatedPoissonEmission.ZeroInflated(tape.parameter(g), rate, counts(4)),
        "a",
        "g");
  }

  @Test
  void categoricalIsTheKnownOne() {
    JsonNode golden = GOLDEN.get("categorical, logits a");
    Parameters.Entry a = parameters.add("a", 1, 8);
    for (int i = 0; i < 8; i++) {
      DeepGolden.set(parameters, i, golden.get("a").get(i / 4).get(i % 4).doubleValue());
    }
    Tape tape = new Tape(parameters);
    double[] one = {1, 1};
    ChannelStatistics channels =
        new ChannelStatistics(one, new double[2], one, new double[] {3, 3}, Support.COUNT);
    CategoricalEmission.Categorical density =
        new CategoricalEmission.Categorical(
            tape.parameter(a), CategoricalEmission.Classes.of(channels));
    check(golden, tape, density);
    for (int i = 0; i < 8; i++) {
      double slope = golden.get("gradient").get("a").get(i / 4).get(i % 4).doubleValue();
      assertEquals(slope, tape.gradient()[i], 1e-5);
    }
  }

  private static Value filled(Tape tape, int rows, double number) {
    Value value = tape.input(rows, 1);
    Arrays.fill(value.data(), (float) number);
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
        new ChannelStatistics(
            new double[1], new double[1], new double[] {1}, new double[1], Support.REAL);
    EmissionSettings settings =
        new EmissionSettings(
            Likelihood.POISSON,
            EmissionSettings.Noise.LEARNED,
            0.1,
            RateLink.SOFTPLUS,
            EmissionSettings.Couplings.USUAL);
    Randomness random = Randomness.of(1);
    EmissionParts parts =
        new EmissionParts(
            parameters,
            settings,
            1e-3,
            new HiddenLayers(parameters, 2, 3, random),
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
