package undercurrent.kind;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.known.KnownDynamics;
import undercurrent.model.known.KnownSystem;

/** A random walk seen with noise, for which every filter can be compared with the exact one. */
final class WalkKind extends KnownKind {
  WalkKind() {
    super(
        new KnownDynamics(
            "walk",
            1,
            () -> ModelWords.of("channels.walk"),
            false,
            List.of("level"),
            KnownSystem::walk));
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "known",
        "J. Durbin and S. J. Koopman, Time Series Analysis by State Space Methods, 2nd edition,"
            + " 2012, chapter 2.",
        Card.equation("z_t = z_{t-1} + \\mathcal{N}(0, q^2)", "zₜ = zₜ₋₁ + N(0, q²)"),
        Card.equation("x_t = z_t + \\mathcal{N}(0, r^2)", "xₜ = zₜ + N(0, r²)"));
  }
}
