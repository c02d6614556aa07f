package undercurrent.model.deep;

import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** p(z₁) = N(m, softplus(s)² + …) with learned m and s; starts as N(0, I). */
public final class LearnedPrior implements Prior {
  private final Parameters.Entry mean;
  private final Parameters.Entry spread;
  private final float floor;

  public LearnedPrior(Parameters parameters, int latentSize, double floor) {
    this.floor = (float) floor;
    mean = parameters.add("prior.mean", 1, latentSize);
    spread = parameters.add("prior.spread", 1, latentSize);
    Initial.fill(parameters, spread, Initial.inverseSoftplus(1 - floor));
  }

  @Override
  public Normal record(Tape tape, Value context) {
    int rows = context.rows();
    // sd = softplus(s) + floor
    return new Normal(
        tape.repeat(tape.parameter(mean), rows),
        tape.repeat(tape.softplus(tape.parameter(spread), floor), rows));
  }
}
