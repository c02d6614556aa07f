package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import undercurrent.math.DoubleOracle;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmissionDensity;
import undercurrent.model.Normal;
import undercurrent.series.Support;

/**
 * One pass through every box with known weights: Z = 2, H = 3, D = 4, weights ½ sin(1 + k + r·in +
 * c) and biases 0.1 cos(1 + k + r) for output r, input c and a key k a layer. The numbers were
 * computed independently in double precision.
 */
class TinyForwardPassTest {
  private static final Map<String, Integer> KEYS =
      Map.ofEntries(
          Map.entry("transition.gate1", 10),
          Map.entry("transition.gate2", 20),
          Map.entry("transition.proposed1", 30),
          Map.entry("transition.proposed2", 40),
          Map.entry("transition.spread", 50),
          Map.entry("combiner", 60),
          Map.entry("q.mean", 70),
          Map.entry("q.spread", 80),
          Map.entry("emission.hidden1", 90),
          Map.entry("emission.hidden2", 100),
          Map.entry("emission.logit", 110));

  private final Parameters parameters = new Parameters();
  private final List<Map.Entry<Value, double[]>> unrounded = new ArrayList<>();
  private double[] weights = new double[0];
  private Tape tape;
  private Normal p;
  private Normal q;
  private Value c;
  private Value logits;
  private Value logLikelihood;
  private Value kl;
  private DoubleOracle oracle;

  @BeforeEach
  void record() {
    Randomness random = Randomness.of(1);
    GatedTransition transition =
        new GatedTransition(new TransitionParts(parameters, 2, 0, 3, 0, random));
    Linear combiner = new Linear(parameters, "combiner", 2, 3, random);
    Linear mean = new Linear(parameters, "q.mean", 3, 2, random);
    Linear spread = new Linear(parameters, "q.spread", 3, 2, random);
    ChannelStatistics binary = ChannelStatistics.plain(new double[4], Support.BINARY);
    BernoulliEmission emission =
        new BernoulliEmission(
            new EmissionParts(
                parameters,
                EmissionSettings.USUAL,
                0,
                new HiddenLayers(parameters, 2, 3, random),
                binary,
                random));
    weights = new double[parameters.size()];
    for (Parameters.Entry entry : parameters.entries()) fill(entry);
    tape = new Tape(parameters);
    Value z = input(1, 2, 0.3, -0.7);
    p = transition.record(tape, z, tape.input(1, 0));
    c = tape.mean(List.of(tape.tanh(combiner.record(tape, z)), input(1, 3, 0.2, -0.4, 0.6)));
    q = new Normal(mean.record(tape, c), tape.softplus(spread.record(tape, c), 0));
    EmissionDensity emitted = emission.record(tape, z);
    logits = ((BernoulliEmission.Bernoulli) emitted).logit();
    logLikelihood = emitted.logDensity(tape, input(1, 4, 1, 0, 0, 1), input(1, 4, 1, 1, 1, 1));
    kl = tape.gaussianKl(q.mean(), q.sd(), p.mean(), p.sd(), tape.block(1, 2));
    tape.forward();
    oracle = new DoubleOracle(tape);
    // The oracle gets the numbers as they are, not rounded to floats.
    System.arraycopy(weights, 0, oracle.of(tape.parameter(first())), 0, weights.length);
    for (var input : unrounded) {
      System.arraycopy(input.getValue(), 0, oracle.of(input.getKey()), 0, input.getValue().length);
    }
    oracle.forward();
  }

  private Value input(int rows, int columns, double... numbers) {
    Value value = tape.input(rows, columns);
    for (int i = 0; i < numbers.length; i++) value.data()[i] = (float) numbers[i];
    unrounded.add(Map.entry(value, numbers));
    return value;
  }

  private Parameters.Entry first() {
    return parameters.entries().getFirst();
  }

  private void fill(Parameters.Entry entry) {
    int dot = entry.name().lastIndexOf('.');
    Integer key = KEYS.get(entry.name().substring(0, dot));
    if (key == null) {
      // W_mu = I, b_mu = 0
      for (int i = 0; i < entry.size(); i++) {
        weights[entry.offset() + i] = parameters.data()[entry.offset() + i];
      }
      return;
    }
    for (int in = 0; in < entry.rows(); in++) {
      for (int r = 0; r < entry.columns(); r++) {
        double number =
            entry.name().endsWith("bias")
                ? 0.1 * StrictMath.cos(1 + key + r)
                : 0.5 * StrictMath.sin(1 + key + r * entry.rows() + in);
        int at = entry.offset() + in * entry.columns() + r;
        weights[at] = number;
        parameters.data()[at] = (float) number;
      }
    }
  }

  private void holds(Value value, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], oracle.get(value, i), 1e-8, "in double");
      assertEquals(expected[i], value.data()[value.offset() + i], 1e-6, "in float");
    }
  }

  @Test
  void transitionIsThePublishedOne() {
    holds(p.mean(), .05264727, -.29769466);
    holds(p.sd(), .75878740, .67025149);
  }

  @Test
  void combinerAndPosteriorAreThePublishedOnes() {
    holds(c, .14387954, -.31280304, .41391851);
    holds(q.mean(), -.14224620, .01021460);
    holds(q.sd(), .78925157, .68524542);
  }

  @Test
  void emissionIsThePublishedOne() {
    holds(logits, -.10730573, .09739736, .05401385, .10026629);
    assertEquals(-2.856058770, oracle.get(logLikelihood, 0), 1e-8);
    assertEquals(-2.856058770, logLikelihood.data()[0], 1e-6);
  }

  @Test
  void klIsThePublishedOneForDeviations() {
    assertEquals(.1405945813, oracle.get(kl, 0) + oracle.get(kl, 1), 1e-8);
    assertEquals(.1405945813, kl.data()[0] + kl.data()[1], 1e-6);
  }
}
