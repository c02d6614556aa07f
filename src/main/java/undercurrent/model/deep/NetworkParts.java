package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepSettings.NetworkSettings;

/**
 * What an inference network is made of.
 *
 * @param sides what it reads at a step
 * @param prior p(z₁), for networks that start from what the model expects
 * @param transition p(zₜ|zₜ₋₁), for the same
 */
public record NetworkParts(
    Parameters parameters,
    DeepSettings settings,
    SideInputs sides,
    Prior prior,
    Transition transition,
    Randomness random) {
  /** The network that the settings ask for, with freshly drawn weights. */
  InferenceNetwork inferenceNetwork() {
    return network().network().network(this);
  }

  /** Z. */
  int latentSize() {
    return settings.latentSize();
  }

  /** The width of the hidden layers. */
  int units() {
    return settings.units().network();
  }

  /** The smallest standard deviation. */
  float floor() {
    return (float) settings.deviationFloor();
  }

  NetworkSettings network() {
    return settings.inference();
  }

  /** A layer of the network. */
  Linear layer(String name, int in, int out) {
    return new Linear(parameters, "network." + name, in, out, random);
  }
}
