package undercurrent.model;

import undercurrent.math.Initial;
import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * Gaussian observations: mean = W a + b with a the trunk of z, and a standard deviation that is one
 * learned value a channel, fixed, or softplus(W_s a + b_s) + floor.
 */
public final class GaussianEmission implements Emission {
  /** Where a learned deviation starts, in standardised units. */
  private static final double FIRST_DEVIATION = 0.5;

  private final EmissionTrunk trunk;
  private final Linear mean;
  private final Deviation deviation;

  private interface Deviation {
    Value record(Tape tape, Value trunk);
  }

  public GaussianEmission(
      Parameters parameters, DeepSettings settings, int size, int units, Randomness random) {
    trunk = new EmissionTrunk(parameters, settings.latentSize(), units, random);
    mean = new Linear(parameters, "emission.mean", units, size, random);
    float floor = (float) settings.deviationFloor();
    double start = Initial.inverseSoftplus(FIRST_DEVIATION - floor);
    deviation =
        switch (settings.emission().noise()) {
          case LEARNED -> {
            Parameters.Entry spread = parameters.add("emission.spread", 1, size);
            Initial.fill(parameters, spread, start);
            yield (tape, a) -> tape.softplus(tape.parameter(spread), floor);
          }
          case FIXED ->
              (tape, a) -> {
                Value sd = tape.input(1, size);
                java.util.Arrays.fill(sd.data(), (float) settings.emission().fixedNoise());
                return sd;
              };
          case STATE_DEPENDENT -> {
            Linear spread = new Linear(parameters, "emission.spread", units, size, random);
            Initial.fill(parameters, spread.bias(), start);
            yield (tape, a) -> tape.softplus(spread.record(tape, a), floor);
          }
        };
  }

  @Override
  public Emitted record(Tape tape, Value z) {
    Value a = trunk.record(tape, z);
    return new Gaussian(new Normal(mean.record(tape, a), deviation.record(tape, a)));
  }
}
