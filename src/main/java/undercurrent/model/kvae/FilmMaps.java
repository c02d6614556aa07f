package undercurrent.model.kvae;

import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.Emission;
import undercurrent.model.deep.EmissionParts;
import undercurrent.series.FrameShape;

/** Encoder and decoder of frames, by convolutions. */
final class FilmMaps implements Maps {
  private final FrameEncoder encoder;
  private final EncodingHeads heads;
  private final Emission emission;
  private final boolean isDisplaced;
  private final int size;

  /**
   * With freshly drawn weights.
   *
   * @throws IllegalArgumentException one sentence, when the frames are too small
   */
  FilmMaps(
      Parameters parameters,
      KalmanVaeSettings settings,
      FrameShape shape,
      ChannelStatistics channels,
      Randomness random) {
    FrameLevels levels = FrameLevels.of(shape);
    int filters = settings.frames().filters();
    encoder = new FrameEncoder(parameters, shape, levels, filters, random);
    heads = new EncodingHeads(parameters, settings, encoder.units(), random);
    FrameTrunk trunk =
        new FrameTrunk(
            parameters,
            shape,
            levels,
            settings.encodingSize(),
            settings.hiddenUnits(),
            filters,
            random);
    EmissionParts parts =
        new EmissionParts(
            parameters, settings.emission(), settings.deviationFloor(), trunk, channels, random);
    isDisplaced = settings.frames().frameMaps() == FrameMaps.DISPLACEMENT;
    size = channels.size();
    emission =
        isDisplaced
            ? new DisplacedEmission(parts, trunk, settings.frames().smoothness())
            : parts.emission();
  }

  @Override
  public Normal encode(Tape tape, Value seen) {
    return heads.record(tape, encoder.record(tape, seen));
  }

  @Override
  public Emission emission() {
    return emission;
  }

  @Override
  public int referenceSize() {
    return isDisplaced ? size : 0;
  }
}
