package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;

/**
 * What a transition is made of.
 *
 * @param latentSize Z
 * @param contextSize C, what it reads beside the state
 * @param units the width of the hidden layers
 * @param floor smallest standard deviation
 */
public record TransitionParts(
    Parameters parameters,
    int latentSize,
    int contextSize,
    int units,
    double floor,
    Randomness random) {
  /** A layer of the transition. */
  Linear layer(String name, int in, int out) {
    return new Linear(parameters, "transition." + name, in, out, random);
  }

  /** A layer that reads state and context. */
  Linear first(String name, int out) {
    return layer(name, latentSize + contextSize, out);
  }
}
