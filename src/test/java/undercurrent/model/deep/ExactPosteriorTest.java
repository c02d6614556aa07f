package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import undercurrent.math.DoubleOracle;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;
import undercurrent.series.Sequence;

/**
 * The linear model z₁ ~ N(0, 1), zₜ ~ N(zₜ₋₁ + 0.05, 10), xₜ ~ N(½ zₜ, 20) (variances; synthetic
 * data of Krishnan et al. 2017) with its exact posterior as the inference network: the sampled ELBO
 * is then the Kalman log-likelihood whatever the sample. Catches every error of sign, mask and KL
 * at once.
 */
class ExactPosteriorTest {
  private static final int T = 25;
  private static final double DRIFT = 0.05;
  private static final double Q = 10;
  private static final double R = 20;
  private static final double H = 0.5;

  private final Parameters parameters = new Parameters();
  private final double[] x = new double[T];
  private final boolean[] seen = new boolean[T];
  private final double[] slope = new double[T];
  private final double[] offset = new double[T];
  private final double[] deviation = new double[T];
  private MarkovObjective objective;

  @BeforeEach
  void drawData() {
    parameters.add("unused", 1, 1);
    Randomness random = Randomness.of(3);
    double z = random.normal();
    for (int t = 0; t < T; t++) {
      if (t > 0) z += DRIFT + StrictMath.sqrt(Q) * random.normal();
      x[t] = (float) (H * z + StrictMath.sqrt(R) * random.normal());
      seen[t] = t % 7 != 4;
    }
    objective = record();
  }

  /** q(zₜ|zₜ₋₁, xₜ:T) = N(slope·zₜ₋₁ + offset, deviation²), by the backward information filter. */
  private void exactPosterior() {
    // βₜ(z) ∝ p(xₜ₊₁:T|z) = exp(−½ λ z² + η z)
    double lambda = 0;
    double eta = 0;
    for (int t = T - 1; t >= 0; t--) {
      double precision = lambda + (seen[t] ? H * H / R : 0);
      double shift = eta + (seen[t] ? H * x[t] / R : 0);
      double v = t == 0 ? 1 : Q;
      double variance = 1 / (1 / v + precision);
      slope[t] = t == 0 ? 0 : variance / v;
      offset[t] = variance * ((t == 0 ? 0 : DRIFT / v) + shift);
      deviation[t] = StrictMath.sqrt(variance);
      // through the transition to the step before
      lambda = precision / (1 + v * precision);
      eta = (shift - DRIFT * precision) / (1 + v * precision);
    }
  }

  private double kalmanLogLikelihood() {
    double m = 0;
    double p = 1;
    double sum = 0;
    for (int t = 0; t < T; t++) {
      if (t > 0) {
        m += DRIFT;
        p += Q;
      }
      if (!seen[t]) continue;
      double s = H * H * p + R;
      double e = x[t] - H * m;
      sum += -0.5 * (StrictMath.log(2 * Math.PI * s) + e * e / s);
      double k = p * H / s;
      m += k * e;
      p -= k * H * p;
    }
    return sum;
  }

  private MarkovObjective record() {
    exactPosterior();
    Transition transition =
        (tape, z, context) ->
            new Normal(
                tape.affine(z, number(tape, 1), number(tape, DRIFT)),
                number(tape, StrictMath.sqrt(Q), z.rows()));
    Prior prior =
        (tape, context) ->
            new Normal(number(tape, 0, context.rows()), number(tape, 1, context.rows()));
    Emission emission =
        (tape, z) ->
            new Normal(
                tape.affine(z, number(tape, H), number(tape, 0)),
                number(tape, StrictMath.sqrt(R), z.rows()));
    InferenceNetwork network =
        new InferenceNetwork() {
          @Override
          public Conditioning conditioning() {
            return Conditioning.SMOOTHED;
          }

          @Override
          public Drawn record(Tape tape, Evidence evidence) {
            int steps = evidence.steps();
            Value mean = tape.block(steps, 1);
            Value sd = tape.block(steps, 1);
            Value z = tape.block(steps, 1);
            Value last = tape.input(1, 1);
            for (int t = 0; t < steps; t++) {
              tape.affine(last, number(tape, slope[t]), number(tape, offset[t]), mean.rows(t, 1));
              sd.set(t, 0, deviation[t]);
              last = tape.sample(mean.rows(t, 1), sd.rows(t, 1), evidence.noise(t), z.rows(t, 1));
            }
            return new Drawn(new Normal(mean, sd), z);
          }
        };
    Tape tape = new Tape(parameters);
    MarkovObjective objective =
        new DeepMarkovModel(
                parameters, SideInputs.none(1), 1, prior, transition, emission, network, 1)
            .record(tape, T, 1);
    objective.clear();
    float[] values = new float[T];
    float[] mask = new float[T];
    for (int t = 0; t < T; t++) {
      values[t] = (float) x[t];
      mask[t] = seen[t] ? 1 : 0;
    }
    objective.put(0, new Sequence(0, 0, T, values, mask));
    return objective;
  }

  private Value number(Tape tape, double number) {
    return number(tape, number, 1);
  }

  private final List<Map.Entry<Value, Double>> constants = new ArrayList<>();

  private Value number(Tape tape, double number, int rows) {
    Value value = tape.input(rows, 1);
    Arrays.fill(value.data(), (float) number);
    constants.add(Map.entry(value, number));
    return value;
  }

  /** Σ log p(x|z) + log p(z) − log q(z) on the path drawn. */
  private double sampledElbo(DoubleOracle o) {
    double sum = 0;
    Normal q = objective.drawn().normal();
    Value z = objective.drawn().z();
    for (int t = 0; t < T; t++) {
      sum += o.get(objective.logLikelihood(), t);
      Normal p = t == 0 ? objective.first() : objective.next();
      int at = t == 0 ? 0 : t - 1;
      sum += logNormal(o.get(z, t), o.get(p.mean(), at), o.get(p.sd(), at));
      sum -= logNormal(o.get(z, t), o.get(q.mean(), t), o.get(q.sd(), t));
    }
    return sum;
  }

  private static double logNormal(double x, double mean, double sd) {
    double u = (x - mean) / sd;
    return -0.5 * StrictMath.log(2 * Math.PI) - StrictMath.log(sd) - 0.5 * u * u;
  }

  @Test
  void theSampledElboOfTheExactPosteriorIsTheKalmanValueForEverySample() {
    double expected = kalmanLogLikelihood();
    for (int draw = 0; draw < 5; draw++) {
      objective.noise(Randomness.of(draw));
      objective.forward();
      DoubleOracle oracle = new DoubleOracle(objective.tape());
      constants.forEach(c -> Arrays.fill(oracle.of(c.getKey()), c.getValue()));
      for (int t = 0; t < T; t++) oracle.of(objective.drawn().normal().sd())[t] = deviation[t];
      oracle.forward();
      assertEquals(expected, sampledElbo(oracle), 1e-9);
    }
  }

  @Test
  void theClosedFormKlGivesTheKalmanValueInTheMean() {
    double expected = kalmanLogLikelihood();
    int draws = 4000;
    double sum = 0;
    double squares = 0;
    Randomness random = Randomness.of(11);
    for (int i = 0; i < draws; i++) {
      objective.noise(random.at(i));
      objective.forward();
      double elbo = objective.terms().total(false) - objective.terms().total(true);
      sum += elbo;
      squares += elbo * elbo;
    }
    double mean = sum / draws;
    double error = StrictMath.sqrt((squares / draws - mean * mean) / draws);
    assertTrue(Math.abs(mean - expected) < 4 * error + 1e-4, mean + " against " + expected);
    assertTrue(error < 0.2, "standard error " + error);
  }

  @Test
  void posteriorVariancesAreThePublishedOnesWithoutGaps() {
    Arrays.fill(seen, true);
    exactPosterior();
    assertEquals(7.034648, deviation[1] * deviation[1], 1e-6);
    assertEquals(7.035187, deviation[12] * deviation[12], 1e-6);
    assertEquals(8.888889, deviation[24] * deviation[24], 1e-6);
    assertEquals(.703465, slope[1], 1e-6);
    assertEquals(.888889, slope[24], 1e-6);
  }
}
