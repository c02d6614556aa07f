package undercurrent.model.deep;

import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * The nonlinear system of Krishnan et al. (2017), figure 8: z₁ ~ N(0, 1), zₜ ~ N(zₜ₋₁ + 2 sin zₜ₋₁,
 * 5), xₜ ~ N(½ zₜ, 5); variances. Their series start with a variance of 0.01, the model with 1.
 */
final class SineDrift {
  private SineDrift() {}

  static GivenBoxes boxes(GivenParts parts) {
    Transition transition =
        (tape, z, context) -> {
          Value pull = tape.multiply(tape.sin(z), Constants.row(tape, 2));
          return new Normal(tape.add(z, pull), Constants.rows(tape, z.rows(), Math.sqrt(5)));
        };
    // The sine has a period of about 6, which networks must tell apart.
    return new GivenBoxes(
        1,
        1,
        new double[] {2},
        new GivenPrior(1),
        transition,
        new GivenBoxes.Seen(0.5, 5, parts.channels()));
  }
}
