package undercurrent.model.recurrent;

import java.util.List;
import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * An encoder and a decoder with one hidden layer each:
 *
 * <pre>
 *   a = ReLU(W [x·m, m] + b)      y = W_y a + b_y      r = (softplus(W_r a + b_r) + floor)²
 *   mean of x from ReLU(V m)      sd of x = softplus(. ReLU(V_s [log u, log l, c/√(u l)])) + floor
 * </pre>
 *
 * so that the mean follows from the mean of a state and the deviation from its covariances.
 */
final class NetworkMaps implements UnitMaps {
  private static final double FIRST = 0.5;

  /** Beside variances in a logarithm. */
  private static final double SMALL = 1e-6;

  private final PairedStates states;
  private final Linear read;
  private final Linear latent;
  private final Linear latentSpread;
  private final Linear shown;
  private final Linear mean;
  private final Linear spreadShown;
  private final Linear spread;
  private final float floor;

  NetworkMaps(
      Parameters parameters,
      PairedStates states,
      UnitSettings settings,
      int observed,
      Randomness random) {
    this.states = states;
    floor = (float) settings.deviationFloor();
    int n = states.pairs();
    int units = settings.hiddenUnits();
    read = new Linear(parameters, "encoder.hidden", 2 * observed, units, random);
    latent = new Linear(parameters, "encoder.mean", units, n, random);
    latentSpread = new Linear(parameters, "encoder.spread", units, n, random);
    shown = new Linear(parameters, "decoder.hidden", 2 * n, units, random);
    mean = new Linear(parameters, "decoder.mean", units, observed, random);
    spreadShown = new Linear(parameters, "decoder.hidden.spread", 3 * n, units, random);
    spread = new Linear(parameters, "decoder.spread", units, observed, random);
    Initial.fill(parameters, latentSpread.bias(), Initial.inverseSoftplus(FIRST));
    Initial.fill(parameters, spread.bias(), Initial.inverseSoftplus(FIRST));
  }

  @Override
  public UnitFilter.Latent encode(Tape tape, Value x, Value mask, Value any) {
    Value a = read.recordRelu(tape, tape.join(List.of(x, mask)));
    Value deviation = tape.softplus(latentSpread.record(tape, a), floor);
    return new UnitFilter.Latent(
        latent.record(tape, a),
        tape.square(deviation),
        tape.broadcast(any, x.rows(), states.pairs()));
  }

  @Override
  public Normal decode(Tape tape, Value given) {
    Value center = mean.record(tape, shown.recordRelu(tape, states.mean(tape, given)));
    Value small = tape.constant(SMALL);
    Value upper = tape.add(states.upper(tape, given), small);
    Value lower = tape.add(states.lower(tape, given), small);
    Value correlation =
        tape.divide(states.side(tape, given), tape.sqrt(tape.multiply(upper, lower)));
    Value known = tape.join(List.of(tape.log(upper), tape.log(lower), correlation));
    Value deviation = spread.record(tape, spreadShown.recordRelu(tape, known));
    return new Normal(center, tape.softplus(deviation, floor));
  }
}
