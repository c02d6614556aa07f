package undercurrent.model.particle;

import undercurrent.math.Progress;
import undercurrent.math.Randomness;

/**
 * Draws paths of p(z₁:T|x₁:T) from filtered particles, last step first (Godsill, Doucet and West
 * 2004): zₜ is particle i with probability ∝ wₜⁱ p(zₜ₊₁|zₜⁱ).
 */
public final class BackwardSimulation {
  private BackwardSimulation() {}

  /** The filtered particles of a series. */
  public interface Filtered {
    /** T. */
    int steps();

    /**
     * Draws the particles of the last step by their weights.
     *
     * @param chosen out, one for each path
     */
    void last(int[] chosen, Randomness random);

    /**
     * Draws the particles of step t.
     *
     * @param chosen one for each path; those of step t+1 in, those of step t out
     */
    void before(int t, int[] chosen, Randomness random);
  }

  /** Draws paths: the particle of each path at each step, {@code [T][paths]}. */
  public static int[][] draw(Filtered filtered, int paths, Randomness randomness) {
    int[][] drawn = new int[filtered.steps()][];
    int last = drawn.length - 1;
    int[] chosen = new int[paths];
    filtered.last(chosen, randomness.at(last));
    drawn[last] = chosen.clone();
    Progress progress = Progress.current();
    for (int t = last - 1; t >= 0; t--) {
      progress.at(last - t, drawn.length);
      filtered.before(t, chosen, randomness.at(t));
      drawn[t] = chosen.clone();
    }
    progress.at(drawn.length, drawn.length);
    return drawn;
  }
}
