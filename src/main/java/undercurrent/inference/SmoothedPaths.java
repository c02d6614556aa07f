package undercurrent.inference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Randomness;
import undercurrent.model.Rollout;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.particle.BackwardSimulation;
import undercurrent.model.particle.Resampling;
import undercurrent.series.Sequence;

/**
 * Smoothed paths of a rollout by {@link BackwardSimulation}. Where the density of the next state is
 * not known, a path is the line of ancestors of a last particle (Kitagawa 1996), of which the early
 * steps have few that differ.
 */
final class SmoothedPaths implements BackwardSimulation.Filtered {
  private final Sequence sequence;
  private final History history;
  private final int size;
  private final Rollout.@Nullable Transition transition;
  private final double[] logWeight;
  private final double[] share;

  SmoothedPaths(Rollout rollout, Sequence sequence, History history) {
    this.sequence = sequence;
    this.history = history;
    this.size = rollout.stateSize();
    transition = rollout.transition().orElse(null);
    logWeight = new double[rollout.rows()];
    share = new double[rollout.rows()];
  }

  /** {@code [T][paths·stateSize]}. */
  float[][] draw(int paths, Randomness randomness) {
    int[][] chosen = BackwardSimulation.draw(this, paths, randomness);
    float[][] drawn = new float[chosen.length][paths * size];
    for (int t = 0; t < drawn.length; t++) {
      for (int p = 0; p < paths; p++) {
        System.arraycopy(history.states(t), chosen[t][p] * size, drawn[t], p * size, size);
      }
    }
    return drawn;
  }

  @Override
  public int steps() {
    return history.steps();
  }

  @Override
  public void last(int[] chosen, Randomness random) {
    Resampling.systematic(history.weights(steps() - 1), random.uniform(), chosen);
  }

  @Override
  public void before(int t, int[] chosen, Randomness random) {
    if (transition == null) {
      int[] parents = history.parents(t + 1);
      Arrays.setAll(chosen, p -> parents[chosen[p]]);
      return;
    }
    transition.from(Rollout.Step.of(sequence, t + 1), history.states(t));
    for (int p = 0; p < chosen.length; p++) {
      weigh(history.weights(t), transition, history.states(t + 1), chosen[p] * size);
      chosen[p] = LogWeights.draw(share, random.uniform());
    }
  }

  private void weigh(double[] weights, Rollout.Transition next, float[] after, int at) {
    for (int i = 0; i < weights.length; i++) {
      logWeight[i] =
          weights[i] == 0
              ? Double.NEGATIVE_INFINITY
              : StrictMath.log(weights[i]) + next.logDensity(i, after, at);
    }
    if (Double.isInfinite(LogWeights.normalise(logWeight, share))) {
      System.arraycopy(weights, 0, share, 0, share.length);
    }
  }
}
