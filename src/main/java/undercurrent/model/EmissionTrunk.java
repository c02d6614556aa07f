package undercurrent.model;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** The two hidden layers that every emission has: ReLU(W₂ ReLU(W₁ z + b₁) + b₂). */
final class EmissionTrunk {
  private final Linear first;
  private final Linear second;

  EmissionTrunk(Parameters parameters, int latentSize, int units, Randomness random) {
    first = new Linear(parameters, "emission.hidden1", latentSize, units, random);
    second = new Linear(parameters, "emission.hidden2", units, units, random);
  }

  Value record(Tape tape, Value z) {
    return second.recordRelu(tape, first.recordRelu(tape, z));
  }
}
