package undercurrent.inference;

import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.Rollout;
import undercurrent.series.Sequence;

/**
 * Draws paths of p(z₁:T|x₁:T) from filtered particles, last step first (Godsill, Doucet and West
 * 2004): zₜ is particle i with probability ∝ wₜⁱ p(zₜ₊₁|zₜⁱ). Where the density of the next state
 * is not known, a path is the line of ancestors of a last particle (Kitagawa 1996), of which the
 * early steps have few that differ.
 */
final class BackwardSimulation {
  private final Rollout rollout;
  private final Sequence sequence;
  private final int size;
  private final double[] logWeight;
  private final double[] share;

  BackwardSimulation(Rollout rollout, Sequence sequence) {
    this.rollout = rollout;
    this.sequence = sequence;
    this.size = rollout.stateSize();
    logWeight = new double[rollout.rows()];
    share = new double[rollout.rows()];
  }

  /** {@code [T][paths·stateSize]}. */
  float[][] draw(History history, int paths, Randomness randomness) {
    int last = history.steps() - 1;
    float[][] drawn = new float[history.steps()][paths * size];
    int[] chosen = new int[paths];
    Points.systematic(history.weights(last), randomness.at(last).uniform(), chosen);
    for (int p = 0; p < paths; p++) copy(history.states(last), chosen[p], drawn[last], p);
    Rollout.Transition transition = rollout.transition().orElse(null);
    Progress progress = Progress.current();
    for (int t = last - 1; t >= 0; t--) {
      progress.at(last - t, last);
      if (transition == null) {
        int[] parents = history.parents(t + 1);
        for (int p = 0; p < paths; p++) chosen[p] = parents[chosen[p]];
        for (int p = 0; p < paths; p++) copy(history.states(t), chosen[p], drawn[t], p);
        continue;
      }
      Randomness random = randomness.at(t);
      transition.from(Rollout.Step.of(sequence, t + 1), history.states(t));
      for (int p = 0; p < paths; p++) {
        weigh(history.weights(t), transition, drawn[t + 1], p);
        copy(history.states(t), choose(random.uniform()), drawn[t], p);
      }
    }
    return drawn;
  }

  private void copy(float[] from, int particle, float[] to, int path) {
    System.arraycopy(from, particle * size, to, path * size, size);
  }

  private void weigh(double[] weights, Rollout.Transition next, float[] after, int path) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      double density = Double.NEGATIVE_INFINITY;
      if (weights[i] != 0) {
        density = StrictMath.log(weights[i]) + next.logDensity(i, after, path * size);
      }
      logWeight[i] = density;
      highest = Math.max(highest, density);
    }
    if (!Double.isFinite(highest)) {
      System.arraycopy(weights, 0, share, 0, share.length);
      return;
    }
    for (int i = 0; i < share.length; i++) share[i] = StrictMath.exp(logWeight[i] - highest);
    double sum = 0;
    for (double s : share) sum += s;
    for (int i = 0; i < share.length; i++) share[i] /= sum;
  }

  private int choose(double u) {
    double cumulative = 0;
    for (int i = 0; i < share.length - 1; i++) {
      cumulative += share[i];
      if (u < cumulative) return i;
    }
    return share.length - 1;
  }
}
