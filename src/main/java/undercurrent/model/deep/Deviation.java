package undercurrent.model.deep;

import java.util.Arrays;
import undercurrent.math.Initial;
import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * The standard deviation, or scale, of an emission: one learned value a channel, fixed, or
 * softplus(W_s a + b_s) + floor with a the trunk of z.
 */
interface Deviation {
  /** Where a learned deviation starts, in standardised units. */
  double FIRST = 0.5;

  /**
   * Records it.
   *
   * @param trunk a, {@code [rows × units]}
   * @return {@code [rows × D]}, or one row for all
   */
  Value record(Tape tape, Value trunk);

  /** What the settings ask for. */
  static Deviation of(EmissionParts parts) {
    Parameters parameters = parts.parameters();
    int size = parts.size();
    float floor = (float) parts.floor();
    double start = Initial.inverseSoftplus(FIRST - floor);
    return switch (parts.settings().noise()) {
      case LEARNED -> {
        Parameters.Entry spread = parameters.add("emission.spread", 1, size);
        Initial.fill(parameters, spread, start);
        yield (tape, a) -> tape.softplus(tape.parameter(spread), floor);
      }
      case FIXED -> {
        float number = (float) parts.settings().fixedNoise();
        yield (tape, a) -> {
          Value sd = tape.input(1, size);
          Arrays.fill(sd.data(), number);
          return sd;
        };
      }
      case STATE_DEPENDENT -> {
        Readout spread = parts.readout("emission.spread");
        double[] all = new double[size];
        Arrays.fill(all, start);
        spread.startAt(all);
        yield (tape, a) -> tape.softplus(spread.record(tape, a), floor);
      }
    };
  }
}
