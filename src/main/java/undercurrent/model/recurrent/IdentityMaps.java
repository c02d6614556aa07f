package undercurrent.model.recurrent;

import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** x = y, with noise of a learned deviation in each channel: y ~ N(m, u + r). */
final class IdentityMaps implements UnitMaps {
  private static final double FIRST = 0.3;
  private final PairedStates states;
  private final Parameters.Entry spread;
  private final float floor;

  IdentityMaps(Parameters parameters, PairedStates states, double floor) {
    this.states = states;
    this.floor = (float) floor;
    spread = parameters.add("noise.spread", 1, states.pairs());
    Initial.fill(parameters, spread, Initial.inverseSoftplus(FIRST));
  }

  /** r, {@code [1 × n]}. */
  private Value variance(Tape tape) {
    return tape.square(tape.softplus(tape.parameter(spread), floor));
  }

  @Override
  public UnitFilter.Latent encode(Tape tape, Value x, Value mask, Value any) {
    return new UnitFilter.Latent(x, variance(tape), mask);
  }

  @Override
  public Normal decode(Tape tape, Value given) {
    Value total = tape.add(states.upper(tape, given), variance(tape));
    return new Normal(states.observedMean(tape, given), tape.sqrt(total));
  }
}
