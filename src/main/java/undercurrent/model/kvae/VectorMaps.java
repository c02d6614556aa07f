package undercurrent.model.kvae;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.Emission;
import undercurrent.model.deep.EmissionParts;
import undercurrent.model.deep.TanhTrunk;

/**
 * Encoder and decoder of vectors, of one tanh layer each. With h = tanh(W [x·m, m] + b) the encoder
 * is q(a|x) = N(W_μ h + b_μ, cap · σ(W_s h + b_s)), the latter a variance: so that it cannot widen
 * beyond the noise of the linear model by much.
 */
final class VectorMaps implements Maps {
  private final Linear hidden;
  private final Linear mean;
  private final Linear spread;
  private final double cap;
  private final Emission emission;

  /** With freshly drawn weights. */
  VectorMaps(
      Parameters parameters,
      KalmanVaeSettings settings,
      ChannelStatistics channels,
      Randomness random) {
    int units = settings.hiddenUnits();
    int size = settings.encodingSize();
    hidden = new Linear(parameters, "encoder.hidden", 2 * channels.size(), units, random);
    mean = new Linear(parameters, "encoder.mean", units, size, random);
    spread = new Linear(parameters, "encoder.spread", units, size, random);
    cap = settings.linearNoise().encoderVariance();
    emission =
        new EmissionParts(
                parameters,
                settings.emission(),
                settings.deviationFloor(),
                TanhTrunk.of(parameters, size, units, random),
                channels,
                random)
            .emission();
  }

  @Override
  public Normal encode(Tape tape, Value seen) {
    Value h = hidden.recordTanh(tape, seen);
    Value variance = tape.multiply(spread.recordSigmoid(tape, h), tape.constant(cap));
    return new Normal(mean.record(tape, h), tape.sqrt(variance));
  }

  @Override
  public Emission emission() {
    return emission;
  }
}
