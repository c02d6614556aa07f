package undercurrent.model.particle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.math.DoubleOracle;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.gaussian.LogWeights;

/**
 * Particle filters with fixed normals and uniforms by the known answers of {@code
 * golden/deep/estimators.json}: ancestors, states and weights of every step, log p̂, and its
 * gradient with the ancestors held fixed.
 */
final class ParticleGoldenTest {
  private static final JsonNode GOLDEN = DeepGolden.read("estimators").get("particle filters");
  private static final int N = 6;
  private static final double F = 0.9;
  private static final double D = 0.1;
  private static final double Q = 0.5;
  private static final double R = 0.6;
  private static final double[] X = {0.5, -0.3, Double.NaN, 1.4, 0.2};

  private static double normal(int t, int i) {
    return Math.sin(1.7 * t + 2.6 * i + 0.3);
  }

  private static double logNormal(double x, double mean, double sd) {
    double gap = (x - mean) / sd;
    return -0.5 * Math.log(2 * Math.PI) - Math.log(sd) - 0.5 * gap * gap;
  }

  /** One step of a run. */
  private record Step(int[] ancestors, double[] z, double[] weights, double logLikelihood) {}

  /** The states of z₁ ~ N(0, 1), zₜ ~ N(0.9 zₜ₋₁ + 0.1, 0.5²), seen as xₜ ~ N(zₜ, 0.6²). */
  private static final class States implements Particles {
    private final boolean guided;
    private final int count;
    private final boolean isFixed;
    private double[] z;
    private double[] mean;

    /**
     * @param guided whether they are drawn from p(zₜ|zₜ₋₁, xₜ)
     * @param isFixed whether the normals are those of the known answers
     */
    States(boolean guided, int count, boolean isFixed) {
      this.guided = guided;
      this.count = count;
      this.isFixed = isFixed;
      z = new double[count];
      mean = new double[count];
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public void resample(int[] ancestors) {
      z = Arrays.stream(ancestors).mapToDouble(a -> z[a]).toArray();
    }

    @Override
    public void move(int t, double[] weights, boolean isResampled, Randomness random) {
      double sd = t == 0 ? 1 : Q;
      boolean looks = guided && !Double.isNaN(X[t]);
      double v = 1 / (1 / (sd * sd) + 1 / (R * R));
      for (int i = 0; i < count; i++) {
        double noise = isFixed ? normal(t, i) : random.normal();
        mean[i] = t == 0 ? 0 : F * z[i] + D;
        z[i] =
            looks
                ? v * (mean[i] / (sd * sd) + X[t] / (R * R)) + Math.sqrt(v) * noise
                : mean[i] + sd * noise;
      }
    }

    @Override
    public double weigh(int t, double[] weights) {
      double sd = t == 0 ? 1 : Q;
      double[] factors = new double[count];
      for (int i = 0; i < count && !Double.isNaN(X[t]); i++) {
        factors[i] =
            guided
                ? logNormal(X[t], mean[i], Math.sqrt(sd * sd + R * R))
                : logNormal(X[t], z[i], R);
      }
      return LogWeights.multiply(weights, factors);
    }
  }

  private static List<Step> run(boolean guided, double below) {
    States states = new States(guided, N, true);
    double[] uniforms = {0.37, 0.66, 0.95, 0.24, 0.53};
    ParticleFilter.Rule rule = new ParticleFilter.Rule(below, (t, random) -> uniforms[t]);
    List<Step> steps = new ArrayList<>();
    ParticleFilter.run(
        states,
        X.length,
        Randomness.of(1),
        rule,
        (t, ancestors, weights, logLikelihood) ->
            steps.add(
                new Step(ancestors.clone(), states.z.clone(), weights.clone(), logLikelihood)));
    return steps;
  }

  private static double[] numbers(JsonNode array) {
    return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).doubleValue()).toArray();
  }

  /** Always is above every share, so that equal weights are resampled too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bootstrap, resampled always              | false | 2
          bootstrap, resampled at a share <= .5    | false | 0.5
          bootstrap, never resampled               | false | 0
          best proposal, resampled always          | true  | 2
          best proposal, resampled at a share <= .8 | true | 0.8
          """)
  void everyStepAndTheGradientAreTheKnownOnes(String name, boolean guided, double below) {
    JsonNode golden = GOLDEN.get("filters").get(name);
    List<Step> steps = run(guided, below);
    double sum = 0;
    for (int t = 0; t < X.length; t++) {
      JsonNode known = golden.get("steps").get(t);
      Step step = steps.get(t);
      double[] ancestors = Arrays.stream(step.ancestors()).asDoubleStream().toArray();
      assertArrayEquals(numbers(known.get("ancestors")), ancestors, 0);
      assertArrayEquals(numbers(known.get("z")), step.z(), 1e-12);
      assertArrayEquals(numbers(known.get("weights")), step.weights(), 1e-12);
      double share = ParticleFilter.effectiveSize(step.weights()) / N;
      assertEquals(known.get("effective share").doubleValue(), share, 1e-12);
      assertEquals(known.get("log p increment").doubleValue(), step.logLikelihood(), 1e-12);
      sum += step.logLikelihood();
    }
    double expected = golden.get("log p-hat").doubleValue();
    assertEquals(expected, sum, 1e-12);
    gradient(golden, steps, guided, expected);
  }

  /** The same on a tape, with weights that are never normalised between resamplings. */
  private static void gradient(JsonNode golden, List<Step> steps, boolean guided, double expected) {
    Parameters parameters = new Parameters();
    String[] names = {"f", "d", "log q", "log r"};
    double[] values = {F, D, Math.log(Q), Math.log(R)};
    for (String name : names) parameters.add(name, 1, 1);
    for (int i = 0; i < values.length; i++) parameters.data()[i] = (float) values[i];
    Tape tape = new Tape(parameters);
    Recorded recorded = new Recorded(tape, parameters);
    Value total = recorded.logLikelihood(steps, guided);
    DoubleOracle oracle = new DoubleOracle(tape);
    double[] exact = oracle.of(tape.parameter(parameters.entries().getFirst()));
    System.arraycopy(values, 0, exact, 0, values.length);
    recorded.exact(oracle);
    oracle.forward();
    assertEquals(expected, oracle.get(total, 0), 1e-9);
    tape.forward();
    tape.clearGradients(List.of(total));
    total.gradient()[total.offset()] = 1;
    tape.backward();
    JsonNode slopes = golden.get("gradient, ancestors held fixed");
    double all = 0;
    for (int i = 0; i < names.length; i++) {
      all += tape.gradient()[i];
      JsonNode slope = slopes.get(names[i] + "[]");
      if (slope != null) assertEquals(slope.doubleValue(), tape.gradient()[i], 2e-5, names[i]);
    }
    assertEquals(slopes.get("sum over all parameters").doubleValue(), all, 4e-5);
  }

  /** The filter as operations of a tape. */
  private static final class Recorded {
    private final Tape tape;
    private final Value f;
    private final Value d;
    private final Value q;
    private final Value r;
    private final List<Value> inputs = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();

    Recorded(Tape tape, Parameters parameters) {
      this.tape = tape;
      List<Parameters.Entry> entries = parameters.entries();
      f = all(tape.parameter(entries.get(0)));
      d = all(tape.parameter(entries.get(1)));
      q = all(tape.exp(tape.parameter(entries.get(2))));
      r = all(tape.exp(tape.parameter(entries.get(3))));
    }

    private Value all(Value one) {
      return tape.broadcast(one, N, 1);
    }

    private Value column(double... values) {
      Value column = tape.input(N, 1);
      double[] all = new double[N];
      for (int i = 0; i < N; i++) all[i] = values[i % values.length];
      for (int i = 0; i < N; i++) column.set(i, 0, all[i]);
      inputs.add(column);
      numbers.add(all);
      return column;
    }

    /** The inputs as doubles, not rounded to floats. */
    void exact(DoubleOracle oracle) {
      for (int k = 0; k < inputs.size(); k++) {
        System.arraycopy(numbers.get(k), 0, oracle.of(inputs.get(k)), 0, N);
      }
    }

    private Value sumOfWeights(Value logWeights) {
      return tape.log(tape.columnSum(tape.exp(logWeights), 1));
    }

    private Value logNormal(double x, Value mean, Value sd) {
      Value gap = tape.divide(tape.subtract(column(x), mean), sd);
      Value square = tape.multiply(tape.square(gap), column(-0.5));
      return tape.subtract(tape.add(square, column(-0.5 * Math.log(2 * Math.PI))), tape.log(sd));
    }

    Value logLikelihood(List<Step> steps, boolean guided) {
      Value logWeights = column(-Math.log(N));
      Value total = tape.input(1, 1);
      Value z = column(0);
      for (int t = 0; t < X.length; t++) {
        int[] ancestors = steps.get(t).ancestors();
        boolean isResampled = false;
        for (int i = 0; i < N; i++) isResampled |= ancestors[i] != i;
        if (isResampled) {
          z = tape.gather(z, ancestors);
          total = tape.add(total, sumOfWeights(logWeights));
          logWeights = column(-Math.log(N));
        }
        double[] noise = new double[N];
        for (int i = 0; i < N; i++) noise[i] = normal(t, i);
        Value mean = t == 0 ? column(0) : tape.add(tape.multiply(f, z), d);
        Value sd = t == 0 ? column(1) : q;
        if (Double.isNaN(X[t]) || !guided) {
          z = tape.add(mean, tape.multiply(sd, column(noise)));
          if (!Double.isNaN(X[t])) logWeights = tape.add(logWeights, logNormal(X[t], z, r));
          continue;
        }
        Value variance = tape.square(sd);
        Value seen = tape.square(r);
        Value both = tape.add(variance, seen);
        Value v = tape.divide(tape.multiply(variance, seen), both);
        Value pulled = tape.add(tape.divide(mean, variance), tape.divide(column(X[t]), seen));
        z = tape.add(tape.multiply(v, pulled), tape.multiply(tape.sqrt(v), column(noise)));
        logWeights = tape.add(logWeights, logNormal(X[t], mean, tape.sqrt(both)));
      }
      return tape.add(total, sumOfWeights(logWeights));
    }
  }

  /** By many runs with drawn numbers, beside the mean of others' runs and the exact value. */
  @Test
  void theMeanOfManyRunsIsTheKnownOne() {
    JsonNode many = GOLDEN.get("with random draws").get(1);
    int particles = many.get("N").intValue();
    int runs = 200;
    double mean = 0;
    for (int k = 0; k < runs; k++) {
      double[] total = new double[1];
      ParticleFilter.run(
          new States(false, particles, false),
          X.length,
          Randomness.of(k),
          new ParticleFilter.Rule(2, ParticleFilter.Rule.USUAL.uniforms()),
          (t, ancestors, weights, logLikelihood) -> total[0] += logLikelihood);
      mean += total[0] / runs;
    }
    double error = many.get("sd").doubleValue() * Math.sqrt(1.0 / runs + 1.0 / 400);
    assertEquals(many.get("mean of log p-hat").doubleValue(), mean, 4 * error);
    double exact = GOLDEN.get("exact").get("log-likelihood").doubleValue();
    assertTrue(Math.abs(mean - exact) < 0.03, mean + " beside " + exact);
  }
}
