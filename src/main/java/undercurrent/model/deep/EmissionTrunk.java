package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** The two hidden layers of the emission of a deep Markov model: ReLU(W₂ ReLU(W₁ z + b₁) + b₂). */
final class EmissionTrunk implements Trunk {
  private final Linear first;
  private final Linear second;
  private final int units;

  EmissionTrunk(Parameters parameters, int latentSize, int units, Randomness random) {
    this.units = units;
    first = new Linear(parameters, "emission.hidden1", latentSize, units, random);
    second = new Linear(parameters, "emission.hidden2", units, units, random);
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
