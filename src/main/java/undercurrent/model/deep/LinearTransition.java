package undercurrent.model.deep;

import undercurrent.math.Initial;
import undercurrent.math.Layer;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * A linear transition: μ = A [z, context] + b, where A starts as the identity of z, and one learned
 * deviation, softplus(s) + floor, for each dimension.
 */
public final class LinearTransition implements Transition {
  /** Where the deviation starts. */
  private static final double FIRST = 0.5;

  private final Layer mean;
  private final Parameters.Entry spread;
  private final float floor;

  public LinearTransition(TransitionParts parts) {
    floor = (float) parts.floor();
    mean = parts.first("mean", parts.latentSize());
    mean.beIdentity(parts.parameters());
    spread = parts.parameters().add("transition.spread", 1, parts.latentSize());
    Initial.fill(parts.parameters(), spread, Initial.inverseSoftplus(FIRST - parts.floor()));
  }

  @Override
  public Normal record(Tape tape, Value z, Value context) {
    Value sd = tape.softplus(tape.parameter(spread), floor);
    return new Normal(
        mean.record(tape, SideInputs.join(tape, z, context)), tape.repeat(sd, z.rows()));
  }
}
