package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * What an inference network is given of a batch, time-major: step t of sequence b is row t·B + b.
 *
 * @param seen [x·m, m, u], {@code [T·B × (2D + U)]}
 * @param context of the transition, {@code [T·B × C]}; see {@link SideInputs}
 * @param active 1 = a real step, 0 = padding, {@code [T·B × 1]}
 * @param noise standard normals, {@code [T·R × Z]}; R = B, or with B = 1 any number of paths
 */
public record Evidence(Value seen, Value context, Value active, Value noise, int steps) {
  /** B. */
  public int batch() {
    return seen.rows() / steps;
  }

  /** R. */
  public int paths() {
    return noise.rows() / steps;
  }

  /** The rows of a step of what has B rows a step, as R rows. */
  public Value at(Tape tape, Value all, int t) {
    return tape.repeat(all.rows(t * batch(), batch()), paths());
  }

  /** The noise of a step, {@code [R × Z]}. */
  Value noise(int t) {
    return noise.rows(t * paths(), paths());
  }
}
