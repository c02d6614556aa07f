package undercurrent.model.deep;

import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** The state and a learned change of it: μ = z + W_μ a with a and the deviation of an MLP. */
public final class ResidualTransition implements Transition {
  private final MlpTransition change;

  public ResidualTransition(TransitionParts parts) {
    change = new MlpTransition(parts);
  }

  @Override
  public Normal record(Tape tape, Value z, Value context) {
    Normal step = change.record(tape, z, context);
    return new Normal(tape.add(z, step.mean()), step.sd());
  }
}
