package undercurrent.model.deep;

import undercurrent.math.Layer;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/**
 * A plain neural transition: a = ReLU(W₁ [z, context] + b₁), μ = W_μ a + b_μ, sd = softplus(W_s a +
 * b_s) + floor.
 */
public final class MlpTransition implements Transition {
  private final Layer hidden;
  private final Layer mean;
  private final Layer spread;
  private final float floor;

  public MlpTransition(TransitionParts parts) {
    floor = (float) parts.floor();
    hidden = parts.first("hidden", parts.units());
    mean = parts.layer("mean", parts.units(), parts.latentSize());
    spread = parts.layer("spread", parts.units(), parts.latentSize());
  }

  @Override
  public Normal record(Tape tape, Value z, Value context) {
    Value a = hidden.recordRelu(tape, SideInputs.join(tape, z, context));
    return new Normal(mean.record(tape, a), tape.softplus(spread.record(tape, a), floor));
  }
}
