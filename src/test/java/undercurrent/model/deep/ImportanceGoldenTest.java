package undercurrent.model.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import undercurrent.inference.ImportanceBound;
import undercurrent.math.DeepGolden;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * Importance-weighted bounds by the known answers of {@code golden/deep/estimators.json}: weights
 * of paths, log-mean-exp of them, its gradient, and the conventions per step.
 */
final class ImportanceGoldenTest {
  private static final JsonNode GOLDEN =
      DeepGolden.read("estimators").get("IWAE on dmm.json's structured_future");
  private static final int S = 5;

  private static DeepMarkovModel model() {
    return MarkovGoldenTest.cases()
        .filter(c -> c.name().equals("structured_future"))
        .findFirst()
        .orElseThrow()
        .model();
  }

  /** S paths of one sequence beside one another. */
  private static MarkovObjective paths(DeepMarkovModel model, int b) {
    MarkovObjective objective = model.record(new Tape(model.parameters()), 4, S);
    objective.withWeights();
    objective.clear();
    for (int s = 0; s < S; s++) objective.put(s, MarkovGoldenTest.sequence(b, false, 0));
    for (int row = 0; row < 4 * S; row++) {
      int t = row / S;
      int s = row % S;
      for (int i = 0; i < 2; i++) {
        objective.noise().set(row, i, Math.sin(1.7 * t + 0.9 * b + 0.6 * i + 0.3 + 1.3 * s));
      }
    }
    objective.forward();
    return objective;
  }

  private static double[] logWeights(MarkovObjective objective) {
    double[] weights = new double[S];
    for (int s = 0; s < S; s++) weights[s] = objective.logWeight(s);
    return weights;
  }

  private static void assertClose(JsonNode expected, double actual) {
    double number = expected.doubleValue();
    assertEquals(number, actual, 1e-5 * Math.max(1, Math.abs(number)));
  }

  @Test
  void weightsBoundsAndConventionsAreTheKnownOnes() {
    List<ImportanceBound.OfSequence> sequences = new ArrayList<>();
    for (int b = 0; b < 2; b++) {
      double[] weights = logWeights(paths(model(), b));
      int sequence = b;
      for (int s = 0; s < S; s++) {
        JsonNode known = GOLDEN.get("log weights, a row a sequence").get(sequence).get(s);
        assertClose(known, weights[s]);
      }
      sequences.add(ImportanceBound.OfSequence.of(b == 0 ? 4 : 3, weights));
      assertClose(GOLDEN.get("log-mean-exp").get(b), sequences.get(b).bound());
      assertClose(GOLDEN.get("mean of them (sampled ELBO)").get(b), sequences.get(b).elbo());
      // The mean of weights in place of logarithms would lie above every one of them.
      double largest = Arrays.stream(weights).max().orElseThrow();
      assertTrue(sequences.get(b).bound() <= largest);
      assertTrue(sequences.get(b).bound() >= sequences.get(b).elbo());
    }
    ImportanceBound all = new ImportanceBound(sequences, S);
    assertClose(
        GOLDEN.get("per step, sum of bounds / sum of lengths (convention b)"), all.perStep());
    double byBound =
        sequences.stream().mapToDouble(s -> s.bound() / s.steps()).average().orElseThrow();
    assertClose(GOLDEN.get("per step, mean of bound / length (convention c)"), byBound);
    // The weight of a path is not the product of means of each step.
    JsonNode wrong = GOLDEN.get("wrong: log-mean-exp of each step, summed (not a path weight)");
    assertTrue(Math.abs(wrong.get(0).doubleValue() - sequences.getFirst().bound()) > 0.01);
  }

  /** Gradients of log-mean-exp are those of the log weights, weighted by the normalised weights. */
  @Test
  void theGradientIsTheKnownOne() {
    DeepMarkovModel model = model();
    double[] sum = new double[model.parameters().size()];
    for (int b = 0; b < 2; b++) {
      MarkovObjective objective = paths(model, b);
      double[] weights = logWeights(objective);
      double bound = ImportanceBound.OfSequence.of(4, weights).bound();
      Tape tape = objective.tape();
      int steps = b == 0 ? 4 : 3;
      Value kl = objective.sampledKl();
      tape.clearGradients(List.of(objective.logLikelihood(), kl));
      for (int row = 0; row < steps * S; row++) {
        float share = (float) (Math.exp(weights[row % S] - bound) / S);
        objective.logLikelihood().gradient()[row] = share;
        for (int i = 0; i < 2; i++) kl.gradient()[kl.offset() + row * 2 + i] = -share;
      }
      tape.backward();
      for (int i = 0; i < sum.length; i++) sum[i] += tape.gradient()[i];
    }
    float[] gradient = new float[sum.length];
    for (int i = 0; i < sum.length; i++) gradient[i] = (float) sum[i];
    for (Map.Entry<String, JsonNode> known : GOLDEN.get("gradient of the sum").properties()) {
      double actual =
          known.getKey().startsWith("sum")
              ? Arrays.stream(sum).sum()
              : DeepGolden.slope(model.parameters(), gradient, known.getKey());
      assertClose(known.getValue(), actual);
    }
  }

  /** Of equal weights the bound is the weight, and its error none. */
  @Test
  void equalWeightsHaveNoError() {
    ImportanceBound.OfSequence same = ImportanceBound.OfSequence.of(2, new double[] {-900, -900});
    assertEquals(-900, same.bound(), 1e-12);
    assertEquals(0, same.error(), 1e-12);
    // One path in a hundred carries all: the standard error of its logarithm is about one.
    double[] lone = new double[100];
    Arrays.fill(lone, -1e4);
    lone[3] = 0;
    ImportanceBound.OfSequence one = ImportanceBound.OfSequence.of(2, lone);
    assertEquals(-Math.log(100), one.bound(), 1e-12);
    assertEquals(1, one.error(), 1e-9);
  }
}
