package undercurrent.kind;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.known.KnownDynamics;
import undercurrent.model.known.KnownSystem;
import undercurrent.model.nonlinear.KnownModels;

/** A pendulum whose angle is seen through its sine. */
final class PendulumKind extends KnownKind {
  PendulumKind() {
    super(
        new KnownDynamics(
            "pendulum",
            1,
            () -> ModelWords.of("channels.pendulum"),
            true,
            List.of("angle", "angular velocity"),
            set -> new KnownSystem(KnownModels.PENDULUM, 1, 0.3)));
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "known",
        "S. Särkkä and L. Svensson, Bayesian Filtering and Smoothing, 2nd edition, 2023.",
        Card.equation("\\ddot\\alpha = -g \\sin\\alpha + w(t)", "α̈ = −g sin α + w(t)"),
        Card.equation("x_t = \\sin\\alpha(t) + \\mathcal{N}(0, r^2)", "xₜ = sin α(t) + N(0, r²)"));
  }
}
