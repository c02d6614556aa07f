package undercurrent.model.deep;

import undercurrent.model.Normal;

/**
 * The linear system of Krishnan et al. (2017), figure 4: z₁ ~ N(0, 1), zₜ ~ N(zₜ₋₁ + 0.05, 10), xₜ
 * ~ N(½ zₜ, 20); variances. What each inference network can reach on it is known.
 */
final class DriftingWalk {
  static final double DRIFT = 0.05;
  static final double MOTION = 10;
  static final double SLOPE = 0.5;
  static final double NOISE = 20;

  private DriftingWalk() {}

  static GivenBoxes boxes(GivenParts parts) {
    Transition transition =
        (tape, z, context) ->
            new Normal(
                tape.add(z, Constants.row(tape, DRIFT)),
                Constants.rows(tape, z.rows(), Math.sqrt(MOTION)));
    return new GivenBoxes(
        1,
        1,
        new double[] {10},
        new GivenPrior(1),
        transition,
        new GivenBoxes.Seen(SLOPE, NOISE, parts.channels()));
  }
}
