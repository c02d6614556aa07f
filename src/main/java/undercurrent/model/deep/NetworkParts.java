package undercurrent.model.deep;

import java.util.Optional;
import undercurrent.math.Layer;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepSettings.NetworkSettings;
import undercurrent.model.flow.FlowShape;
import undercurrent.model.flow.InverseAutoregressiveFlow;

/**
 * What an inference network is made of.
 *
 * @param seenSize numbers that it reads at a step
 * @param prior p(z₁), for networks that start from what the model expects
 * @param transition p(zₜ|zₜ₋₁), for the same
 * @param layers what it is made of
 */
public record NetworkParts(
    Parameters parameters,
    DeepSettings settings,
    int seenSize,
    Prior prior,
    Transition transition,
    Layers layers,
    Randomness random) {
  /** Of linear layers. */
  NetworkParts(
      Parameters parameters,
      DeepSettings settings,
      SideInputs sides,
      Prior prior,
      Transition transition,
      Randomness random) {
    this(parameters, settings, sides.seenSize(), prior, transition, Layers.LINEAR, random);
  }

  /** The network that the settings ask for, with freshly drawn weights. */
  public InferenceNetwork inferenceNetwork() {
    return network().network().network(this);
  }

  /** The same with other boxes to start from. */
  NetworkParts of(Prior prior, Transition transition) {
    return new NetworkParts(parameters, settings, seenSize, prior, transition, layers, random);
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

  /** The flow behind the Gaussians of q, if the settings ask for one. */
  Optional<InverseAutoregressiveFlow> flow() {
    int steps = network().flowSteps();
    if (steps == 0) return Optional.empty();
    FlowShape shape = new FlowShape(latentSize(), steps, units(), 1);
    return Optional.of(new InverseAutoregressiveFlow(parameters, shape, random));
  }

  /** A layer of the network. */
  Layer layer(String name, int in, int out) {
    return layers.layer(parameters, "network." + name, in, out, random);
  }
}
