package undercurrent.model;

import undercurrent.math.Randomness;
import undercurrent.series.Sequence;

/** Draws latent paths z₁:T from the inference network q(z₁:T|x), several for one series at once. */
public interface Posterior {
  /** What {@code q(zₜ|·)} has seen of the series. */
  Conditioning conditioning();

  /**
   * Draws paths for one sequence of exactly the recorded number of steps.
   *
   * @return the paths; buffers are reused by the next call
   */
  Paths draw(Sequence sequence, Randomness randomness);

  /**
   * Latent paths, time-major: the value of path p at step t, dimension i stands at {@code (t·paths
   * + p)·Z + i}.
   *
   * @param z the drawn states
   * @param mean the mean of q(zₜ|·) on each path
   * @param sd the standard deviation of q(zₜ|·) on each path
   */
  record Paths(int steps, int paths, float[] z, float[] mean, float[] sd) {}
}
