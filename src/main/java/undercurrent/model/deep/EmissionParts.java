package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.model.DeepSettings.EmissionSettings;

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
  /** D. */
  public int size() {
    return channels.size();
  }

  /** A linear layer from the trunk to one number a channel. */
  Linear head(String name) {
    return new Linear(parameters, name, trunk.units(), size(), random);
  }
}
