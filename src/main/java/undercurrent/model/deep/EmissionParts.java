package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;

/**
 * What an emission is made of.
 *
 * @param floor smallest standard deviation
 * @param trunk the hidden layers, from a state to what the heads read
 * @param channels what is known of the observed values
 */
public record EmissionParts(
    Parameters parameters,
    EmissionSettings settings,
    double floor,
    Trunk trunk,
    ChannelStatistics channels,
    Randomness random) {
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

  /** A linear layer from the trunk to one number a channel. */
  Linear head(String name) {
    return new Linear(parameters, name, trunk.units(), size(), random);
  }
}
