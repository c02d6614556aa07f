package undercurrent.model.deep;

import java.util.Optional;
import java.util.OptionalInt;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;

/**
 * What an emission is made of.
 *
 * @param floor smallest standard deviation
 * @param trunk the hidden layers, from a state to what the heads read
 * @param channels what is known of the observed values
 * @param before the column of what the emission reads at which xₜ₋₁ begins, where the mean is that
 *     and a learned change of it
 * @param range that the mean is kept in
 */
public record EmissionParts(
    Parameters parameters,
    EmissionSettings settings,
    double floor,
    Trunk trunk,
    ChannelStatistics channels,
    OptionalInt before,
    Optional<MeanRange> range,
    Randomness random) {
  /** Of a mean that is learned as a whole and may be any number. */
  public EmissionParts(
      Parameters parameters,
      EmissionSettings settings,
      double floor,
      Trunk trunk,
      ChannelStatistics channels,
      Randomness random) {
    this(
        parameters,
        settings,
        floor,
        trunk,
        channels,
        OptionalInt.empty(),
        Optional.empty(),
        random);
  }

  /**
   * The emission that the settings ask for, with freshly drawn weights.
   *
   * @throws IllegalArgumentException with a sentence for people when the data cannot have it
   */
  public Emission emission() {
    return settings.likelihood().emission(this);
  }

  /** D. */
  public int size() {
    return channels.size();
  }

  /** The centre of what is observed. */
  Centre centre() {
    return new Centre(readout("emission.mean"), before, range, size());
  }

  /** A layer from the trunk to one number a channel. */
  Readout readout(String name) {
    return trunk.readout(parameters, name, size(), random);
  }
}
