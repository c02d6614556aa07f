package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;

/** One tanh layer between a state and the heads of its emission. */
public record TanhTrunk(Linear hidden, int units) implements Trunk {
  /** With freshly drawn weights. */
  public static TanhTrunk of(Parameters parameters, int in, int units, Randomness random) {
    return new TanhTrunk(new Linear(parameters, "emission.hidden", in, units, random), units);
  }

  @Override
  public Value record(Tape tape, Value z) {
    return hidden.recordTanh(tape, z);
  }
}
