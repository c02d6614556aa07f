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
 * is that of {@link EncodingHeads}.
 */
final class VectorMaps implements Maps {
  private final Linear hidden;
  private final EncodingHeads heads;
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
    heads = new EncodingHeads(parameters, settings, units, random);
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
    return heads.record(tape, hidden.recordTanh(tape, seen));
  }

  @Override
  public Emission emission() {
    return emission;
  }
}
