package undercurrent.model.deep;

import java.util.function.Function;

/** The learned transitions p(zₜ|zₜ₋₁). A new one is its file, a constant here and its words. */
public enum TransitionKind {
  GATED(GatedTransition::new),
  MLP(MlpTransition::new),
  RESIDUAL(ResidualTransition::new),
  LINEAR(LinearTransition::new);

  /** A constructor, which has no state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<TransitionParts, Transition> transition;

  TransitionKind(Function<TransitionParts, Transition> transition) {
    this.transition = transition;
  }

  /** The transition with freshly drawn weights. */
  public Transition transition(TransitionParts parts) {
    return transition.apply(parts);
  }
}
