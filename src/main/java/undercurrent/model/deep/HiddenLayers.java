package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** Two hidden layers, which the heads of a distribution share: ReLU(W₂ ReLU(W₁ z + b₁) + b₂). */
public final class HiddenLayers implements Trunk {
  private final Linear first;
  private final Linear second;
  private final int units;

  /** Those of a deep Markov model. */
  HiddenLayers(Parameters parameters, int latentSize, int units, Randomness random) {
    this(parameters, "emission", latentSize, units, random);
  }

  /**
   * Those of any part of a model.
   *
   * @param name in front of those of the layers
   * @param inputs how many numbers are read
   */
  public HiddenLayers(
      Parameters parameters, String name, int inputs, int units, Randomness random) {
    this.units = units;
    first = new Linear(parameters, name + ".hidden1", inputs, units, random);
    second = new Linear(parameters, name + ".hidden2", units, units, random);
  }

  @Override
  public int units() {
    return units;
  }

  @Override
  public Value record(Tape tape, Value z) {
    return second.recordRelu(tape, first.recordRelu(tape, z));
  }
}
