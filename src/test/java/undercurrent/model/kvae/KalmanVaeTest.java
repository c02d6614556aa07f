package undercurrent.model.kvae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static undercurrent.model.kvae.KalmanVaeGolden.A;
import static undercurrent.model.kvae.KalmanVaeGolden.STATES;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import undercurrent.math.GradientCheck;

/** The Kalman VAE by the known answers of {@code golden/deep/kvae.json}. */
final class KalmanVaeTest {
  private static final Pattern WEIGHT = Pattern.compile("(.*)\\[(\\d+),(\\d+)]");

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, 1e-5 * Math.max(1, Math.abs(expected)));
  }

  @Test
  void theBoundIsTheKnownOne() {
    KalmanVaeObjective objective = KalmanVaeGolden.filled(KalmanVaeGolden.model());
    objective.forward();
    assertClose(
        KalmanVaeGolden.ALL.get("ELBO of both sequences").doubleValue(),
        objective.terms().value(1));
    for (int b = 0; b < 2; b++) {
      JsonNode golden = KalmanVaeGolden.sequenceNode(b);
      for (int t = 0; t < KalmanVaeGolden.length(b); t++) {
        int row = t * 2 + b;
        assertClose(
            golden.get("log p(x|a)").get(t).doubleValue(), objective.logLikelihood().get(row, 0));
        double density = golden.get("log p(a_t|past)").get(t).doubleValue();
        assertEquals(density, objective.filter().logDensity(t, b), 2e-6);
        double kl = 0;
        for (int i = 0; i < A; i++) kl += objective.klTerms().get(row, i);
        assertClose(golden.get("log q(a)").get(t).doubleValue() - density, kl);
      }
    }
  }

  @Test
  void theMomentsAreTheKnownOnes() {
    KalmanVaeObjective objective = KalmanVaeGolden.filled(KalmanVaeGolden.model());
    objective.forward();
    for (int b = 0; b < 2; b++) {
      JsonNode golden = KalmanVaeGolden.sequenceNode(b);
      for (int t = 0; t < KalmanVaeGolden.length(b); t++) {
        for (int i = 0; i < STATES; i++) {
          assertClose(
              golden.get("z filtered mean").get(t).get(i).doubleValue(),
              objective.filter().mean(t, b, i));
          for (int j = 0; j < STATES; j++) {
            assertClose(
                golden.get("z filtered covariance").get(t).get(i).get(j).doubleValue(),
                objective.filter().covariance(t, b, i, j));
          }
        }
        JsonNode drawn = golden.get("a").get(t);
        if (drawn.get(0).isNull()) continue;
        for (int i = 0; i < A; i++) {
          int row = t * 2 + b;
          assertClose(drawn.get(i).doubleValue(), objective.path().get(row, i));
          assertClose(
              golden.get("q(a) mean").get(t).get(i).doubleValue(),
              objective.encoded().mean().get(row, i));
          assertClose(
              golden.get("q(a) sd").get(t).get(i).doubleValue(),
              objective.encoded().sd().get(row, i));
        }
      }
    }
  }

  /** Three chosen weights, and the sum over all, which few wrong derivatives survive. */
  @Test
  void theGradientIsTheKnownOne() {
    KalmanVae model = KalmanVaeGolden.model();
    KalmanVaeObjective objective = KalmanVaeGolden.filled(model);
    objective.forward();
    objective.backward(1, 1);
    float[] gradient = objective.tape().gradient();
    double sum = 0;
    for (float g : gradient) sum += g;
    int compared = 0;
    for (var slope : KalmanVaeGolden.ALL.get("gradient").properties()) {
      Matcher name = WEIGHT.matcher(slope.getKey());
      double expected = slope.getValue().doubleValue();
      if (!name.matches()) {
        assertClose(expected, sum);
      } else {
        int row = Integer.parseInt(name.group(2));
        int column = Integer.parseInt(name.group(3));
        int place = KalmanVaeGolden.place(model.parameters(), name.group(1), row, column);
        assertClose(expected, gradient[place]);
      }
      compared++;
    }
    assertEquals(4, compared);
  }

  @Test
  void theBoundHasTheRightGradient() {
    KalmanVae model = KalmanVaeGolden.model();
    KalmanVaeObjective objective = KalmanVaeGolden.filled(model);
    GradientCheck.check(
        objective.tape(),
        model.parameters(),
        List.of(objective.logLikelihood(), objective.klTerms()),
        new double[] {1, -1},
        400);
  }
}
