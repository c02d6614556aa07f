package undercurrent.model.dynamical;

import java.util.Arrays;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.series.Sequence;

/**
 * A model that runs on by itself, without chance: along the means of q through what it has seen,
 * and from there along the means of p(zₜ|·) and p(xₜ|·), of which the latter is read in the place
 * of what would be observed.
 */
public final class FreeRun {
  private final DynamicalPosterior posterior;
  private final Rollout rollout;
  private final int size;

  /**
   * Of a model as it is at each call of {@link #after}.
   *
   * @param seen time steps that it sees before
   */
  public FreeRun(DynamicalVae model, int seen) {
    posterior = new DynamicalPosterior(model, seen, 1);
    rollout = model.rollout(1);
    size = model.observationSize();
  }

  /**
   * Means of p(xₜ|·) at the steps after a sequence, the first of which is a prediction one step
   * ahead.
   *
   * @return {@code [horizon][D]}, in the model's units
   */
  public double[][] after(Sequence seen, int horizon) {
    Posterior.Paths path = posterior.means(seen);
    int width = path.stateSize();
    int last = (path.steps() - 1) * width;
    float[] state = Arrays.copyOfRange(path.states(), last, last + width);
    float[] none = new float[rollout.latentSize()];
    double[][] means = new double[horizon][size];
    Rollout.Step step = Rollout.Step.of(seen, seen.steps());
    for (int h = 0; h < horizon; h++) {
      rollout.step(step, none, state);
      float[] mean = rollout.emit(state).mean();
      for (int d = 0; d < size; d++) means[h][d] = mean[d];
      float[] own = Arrays.copyOf(mean, size);
      step = Rollout.Step.after(seen, seen.steps() + h + 1, own, new float[0]);
    }
    return means;
  }
}
