package undercurrent.model.deep;

import undercurrent.math.Parameters;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Normal;

/** p(z₁) = p(z₁|z₀) by the transition, with a learned z₀ (Bingham et al. 2019). */
public final class TransitionPrior implements Prior {
  private final Transition transition;
  private final Parameters.Entry before;

  public TransitionPrior(Parameters parameters, int latentSize, Transition transition) {
    this.transition = transition;
    before = parameters.add("prior.z0", 1, latentSize);
  }

  @Override
  public Normal record(Tape tape, Value context) {
    Value z = tape.repeat(tape.parameter(before), context.rows());
    return transition.record(tape, z, context);
  }
}
