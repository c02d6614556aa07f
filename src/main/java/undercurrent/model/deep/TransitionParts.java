package undercurrent.model.deep;

import undercurrent.math.Layer;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;

/**
 * What a transition is made of.
 *
 * @param latentSize Z
 * @param contextSize C, what it reads beside the state
 * @param units the width of the hidden layers
 * @param floor smallest standard deviation
 * @param layers what it is made of
 */
public record TransitionParts(
    Parameters parameters,
    int latentSize,
    int contextSize,
    int units,
    double floor,
    Layers layers,
    Randomness random) {
  /** Of linear layers. */
  public TransitionParts(
      Parameters parameters,
      int latentSize,
      int contextSize,
      int units,
      double floor,
      Randomness random) {
    this(parameters, latentSize, contextSize, units, floor, Layers.LINEAR, random);
  }

  /** A layer of the transition. */
  Layer layer(String name, int in, int out) {
    return layers.layer(parameters, "transition." + name, in, out, random);
  }

  /** A layer that reads state and context. */
  Layer first(String name, int out) {
    return layer(name, latentSize + contextSize, out);
  }
}
