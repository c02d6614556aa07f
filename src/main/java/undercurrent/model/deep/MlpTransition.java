package undercurrent.model.deep;

import undercurrent.math.Linear;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * A plain neural transition: a = ReLU(W₁ z + b₁), μ = W_μ a + b_μ, sd = softplus(W_s a + b_s) +
 * floor.
 */
public final class MlpTransition implements Transition {
  private final Linear hidden;
  private final Linear mean;
  private final Linear spread;
  private final float floor;

  public MlpTransition(
      Parameters parameters, int latentSize, int units, double floor, Randomness random) {
    this.floor = (float) floor;
    hidden = new Linear(parameters, "transition.hidden", latentSize, units, random);
    mean = new Linear(parameters, "transition.mean", units, latentSize, random);
    spread = new Linear(parameters, "transition.spread", units, latentSize, random);
  }

  @Override
  public Normal record(Tape tape, Value z) {
    Value a = hidden.recordRelu(tape, z);
    return new Normal(mean.record(tape, a), tape.softplus(spread.record(tape, a), floor));
  }
}
