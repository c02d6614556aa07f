package undercurrent.model;

import undercurrent.math.Randomness;
import undercurrent.series.Sequence;

/** Draws latent paths z₁:T from the inference network q(z₁:T|x), several for one series at once. */
public interface Posterior {
  /**
   * Draws paths for one sequence of exactly the recorded number of steps.
   *
   * @return the paths; buffers are reused by the next call
   */
  Paths draw(Sequence sequence, Randomness randomness);

  /**
   * Paths of states, time-major: number i of the state of path p at step t stands at {@code
   * (t·paths + p)·stateSize + i}; the first Z are z.
   *
   * @param states the drawn states, as a {@link Rollout} has them
   * @param mean the mean of q(zₜ|·) on each path, {@code [T·paths·Z]}
   * @param sd the standard deviation of q(zₜ|·) on each path, {@code [T·paths·Z]}
   */
  record Paths(int steps, int paths, int stateSize, float[] states, float[] mean, float[] sd) {}
}
