package undercurrent.kind;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.known.KnownDynamics;
import undercurrent.model.known.KnownSystem;
import undercurrent.model.nonlinear.KnownModels;

/** The Lorenz system of 1963 with noise. */
final class LorenzKind extends KnownKind {
  LorenzKind() {
    super(
        new KnownDynamics(
            "lorenz",
            3,
            () -> ModelWords.of("channels.lorenz"),
            true,
            List.of("x", "y", "z"),
            set -> new KnownSystem(KnownModels.LORENZ_63, 1, 1)));
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "known",
        "E. N. Lorenz, Deterministic nonperiodic flow, Journal of the Atmospheric Sciences 20"
            + " (1963).",
        Card.equation(
            "\\dot x = \\sigma (y - x), \\; \\dot y = x (\\r"
                + "ho - z) - y, \\; \\dot z = x y - \\beta z",
            "ẋ = σ (y − x)    ẏ = x (ρ − z) − y    ż = x y − β z"),
        Card.equation(
            "x_t = (x, y, z)(t) + \\mathcal{N}(0, r^2 I)", "xₜ = (x, y, z)(t) + N(0, r² I)"));
  }
}
