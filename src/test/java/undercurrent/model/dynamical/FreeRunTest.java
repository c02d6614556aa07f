package undercurrent.model.dynamical;

import static undercurrent.model.dynamical.DynamicalGolden.D;
import static undercurrent.model.dynamical.DynamicalGolden.Z;
import static undercurrent.model.dynamical.DynamicalGolden.assertClose;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.math.Tape;
import undercurrent.model.PathTrace;
import undercurrent.model.deep.ElboObjective;
import undercurrent.series.Sequence;

/**
 * The means of a free run, found again by the objective of training: steps that are made are put
 * behind those that were seen as if they had been observed, and the noise is the one with which q
 * draws the mean of the prior.
 */
final class FreeRunTest {
  private static final int SEEN = 3;
  private static final int HORIZON = 3;

  @ParameterizedTest
  @EnumSource(names = {"STORN", "VRNN"})
  void itFollowsTheMeansOfPriorAndEmission(Structure structure) {
    DynamicalVae model = DynamicalGolden.model(structure);
    Sequence whole = DynamicalGolden.sequence(0);
    float[] values = Arrays.copyOf(whole.values(), (SEEN + HORIZON) * D);
    float[] mask = Arrays.copyOf(whole.mask(), values.length);
    Arrays.fill(mask, SEEN * D, mask.length, 1f);
    Sequence seen =
        new Sequence(0, 0, SEEN, Arrays.copyOf(values, SEEN * D), Arrays.copyOf(mask, SEEN * D));
    double[][] means = new FreeRun(model, SEEN).after(seen, HORIZON);
    ElboObjective objective = model.record(new Tape(model.parameters(), false), SEEN + HORIZON, 1);
    for (int h = 0; h < HORIZON; h++) {
      int t = SEEN + h;
      // What is at t itself moves q, and not the prior.
      put(objective, values, mask);
      PathTrace drawn = objective.trace(0, t).orElseThrow();
      for (int i = 0; i < Z; i++) {
        double noise = (drawn.priorMean()[i] - drawn.posteriorMean()[i]) / drawn.posteriorSd()[i];
        objective.noise().set(t, i, noise);
      }
      objective.forward();
      PathTrace at = objective.trace(0, t).orElseThrow();
      for (int d = 0; d < D; d++) {
        assertClose(at.median()[d], means[h][d]);
        values[t * D + d] = (float) at.median()[d];
      }
      // The state stays when what is made stands in its row.
      put(objective, values, mask);
      PathTrace moved = objective.trace(0, t).orElseThrow();
      for (int i = 0; i < Z; i++) {
        double noise = (at.z()[i] - moved.posteriorMean()[i]) / moved.posteriorSd()[i];
        objective.noise().set(t, i, noise);
      }
    }
  }

  private static void put(ElboObjective objective, float[] values, float[] mask) {
    objective.clear();
    objective.put(0, new Sequence(0, 0, SEEN + HORIZON, values.clone(), mask));
    objective.forward();
  }
}
