package undercurrent.inference;

import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.Gaussians;
import undercurrent.model.Generative;

/**
 * Draws paths of p(z₁:T|x₁:T) from filtered particles, last step first (Godsill, Doucet and West
 * 2004): zₜ is particle i with probability ∝ wₜⁱ p(zₜ₊₁|zₜⁱ).
 */
final class BackwardSimulation {
  private final Generative generative;
  private final int size;
  private final double[] logWeight;
  private final double[] share;

  BackwardSimulation(Generative generative, int latentSize) {
    this.generative = generative;
    this.size = latentSize;
    logWeight = new double[generative.rows()];
    share = new double[generative.rows()];
  }

  /** {@code [T][paths·Z]}. */
  float[][] draw(History history, int paths, Randomness randomness) {
    int last = history.steps() - 1;
    float[][] drawn = new float[history.steps()][paths * size];
    int[] chosen = new int[paths];
    Points.systematic(history.weights(last), randomness.at(last).uniform(), chosen);
    for (int p = 0; p < paths; p++) copy(history.states(last), chosen[p], drawn[last], p);
    Progress progress = Progress.current();
    for (int t = last - 1; t >= 0; t--) {
      progress.at(last - t, last);
      Randomness random = randomness.at(t);
      Gaussians next = generative.transition(history.states(t));
      for (int p = 0; p < paths; p++) {
        weigh(history.weights(t), next, drawn[t + 1], p);
        copy(history.states(t), choose(random.uniform()), drawn[t], p);
      }
    }
    return drawn;
  }

  private void copy(float[] from, int particle, float[] to, int path) {
    System.arraycopy(from, particle * size, to, path * size, size);
  }

  private void weigh(double[] weights, Gaussians next, float[] after, int path) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      double density = weights[i] == 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(weights[i]);
      for (int d = 0; d < size; d++) {
        double sd = next.sd()[i * size + d];
        double standardised = (after[path * size + d] - next.mean()[i * size + d]) / sd;
        density -= 0.5 * standardised * standardised + StrictMath.log(sd);
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
