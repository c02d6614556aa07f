package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import undercurrent.inference.Band;
import undercurrent.inference.SamplingEstimator;
import undercurrent.math.DeepGolden;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;
import undercurrent.series.SineFamily;
import undercurrent.settings.Settings;

/**
 * Errors that published programs have made, each in the form in which it would show here; the
 * logarithm of a mean of weights is tested in {@link ImportanceGoldenTest}.
 */
final class PublicErrorsTest {
  private static Value number(Tape tape, double number) {
    Value value = tape.block(1, 1);
    value.set(0, 0, number);
    return value;
  }

  /** Without its −½ the KL of two equal Gaussians would be ½. */
  @Test
  void theKlHasItsConstant() {
    Tape tape = new Tape(new Parameters());
    Value equal = kl(tape, 0.3, 0.7, 0.3, 0.7);
    Value known = kl(tape, 0.5, 0.8, -0.2, 1.5);
    tape.forward();
    assertEquals(0, equal.get(0, 0), 1e-7);
    double expected =
        DeepGolden.read("scores").get("KL(N(.5, .8^2) | N(-.2, 1.5^2))").doubleValue();
    assertEquals(expected, known.get(0, 0), 1e-6);
  }

  private static Value kl(Tape tape, double qMean, double qSd, double pMean, double pSd) {
    return tape.gaussianKl(
        number(tape, qMean),
        number(tape, qSd),
        number(tape, pMean),
        number(tape, pSd),
        tape.block(1, 1));
  }

  /** A sigmoid of a sigmoid would give log σ(σ(3)) = −0.33 in place of log σ(3) = −0.05. */
  @Test
  void aLogitPassesOneSigmoid() {
    Tape tape = new Tape(new Parameters());
    Value value = tape.bernoulliLogLikelihood(one(tape), one(tape), number(tape, 3));
    tape.forward();
    assertEquals(-Math.log1p(Math.exp(-3)), value.get(0, 0), 1e-6);
  }

  private static Value one(Tape tape) {
    Value one = tape.input(1, 1);
    one.set(0, 0, 1);
    return one;
  }

  private static MarkovObjective objective(int steps, int batch, Sequence sequence) {
    DeepMarkovModel model =
        MarkovGoldenTest.cases()
            .filter(c -> c.name().equals("structured_both"))
            .findFirst()
            .orElseThrow()
            .model();
    MarkovObjective objective = model.record(new Tape(model.parameters()), steps, batch);
    objective.clear();
    for (int b = 0; b < batch; b++) objective.put(b, sequence);
    for (int row = 0; row < steps * batch; row++) {
      int t = row / batch;
      for (int i = 0; i < 2; i++) objective.noise().set(row, i, Math.sin(t + 2.0 * i));
    }
    objective.forward();
    return objective;
  }

  /** A layer that runs backwards through the padding would start with another state. */
  @Test
  void paddingChangesNothing() {
    Sequence three = MarkovGoldenTest.sequence(1, false, 0);
    double alone = objective(3, 1, three).terms().value(1);
    assertEquals(alone, objective(6, 1, three).terms().value(1), 1e-5);
  }

  /** Terms are sums over the batch; the gradient is per real time step, however large the batch. */
  @Test
  void sumsAreNotMeans() {
    Sequence four = MarkovGoldenTest.sequence(0, false, 0);
    MarkovObjective once = objective(4, 1, four);
    MarkovObjective twice = objective(4, 2, four);
    assertEquals(2 * once.terms().value(1), twice.terms().value(1), 1e-4);
    once.backward(1, once.realSteps());
    twice.backward(1, twice.realSteps());
    for (int i = 0; i < once.tape().gradient().length; i++) {
      assertEquals(once.tape().gradient()[i], twice.tape().gradient()[i], 1e-5);
    }
  }

  /**
   * The band of a forecast is made of standard deviations, not variances, and widens as the noise
   * of each transition adds up; a mean that is run on would have a band of the same width.
   */
  @Test
  void aForecastPropagatesUncertainty() {
    Dataset data = Dataset.of(new SineFamily(4, 60, 0.1).generate(1), 0);
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "latentSize", 1);
    settings = Settings.with(settings, "transition", "linear");
    settings = Settings.with(settings, "prior", "standard");
    DeepMarkovModel model = DeepMarkovModel.of(settings, data, 1);
    Band latent = new SamplingEstimator(model, data, 1).forecast(0, 0, 16).latent();
    Parameters.Entry mean = DeepGolden.entry(model.parameters(), "transition.mean.weight");
    Parameters.Entry spread = DeepGolden.entry(model.parameters(), "transition.spread");
    double a = model.parameters().data()[mean.offset()];
    double raw = model.parameters().data()[spread.offset()];
    double deviation = Math.log1p(Math.exp(raw)) + settings.deviationFloor();
    double variance = 1;
    for (int t = 0; t < 16; t++) {
      if (t > 0) variance = a * a * variance + deviation * deviation;
      double width = latent.upper().at(t, 0) - latent.lower().at(t, 0);
      assertEquals(2 * 1.645 * Math.sqrt(variance), width, 0.2 * width, "step " + t);
    }
    double first = latent.upper().at(0, 0) - latent.lower().at(0, 0);
    assertTrue(latent.upper().at(15, 0) - latent.lower().at(15, 0) > 1.5 * first);
  }
}
