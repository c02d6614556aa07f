package undercurrent.kind;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.known.KnownDynamics;
import undercurrent.model.known.KnownSystem;
import undercurrent.model.nonlinear.KnownModels;

/** The univariate nonlinear growth model, a benchmark of particle filters. */
final class GrowthKind extends KnownKind {
  GrowthKind() {
    super(
        new KnownDynamics(
            "growth",
            1,
            () -> ModelWords.of("channels.growth"),
            false,
            List.of("state"),
            set -> new KnownSystem(KnownModels.GROWTH, Math.sqrt(10), 1)));
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "known",
        "N. J. Gordon, D. J. Salmond and A. F. M. Smith, Novel approach to nonlinear/non-Gaussian"
            + " Bayesian state estimation, IEE Proceedings F 140 (1993).",
        Card.equation(
            "z_t = z_{t-1}/2 + 25 z_{t-1}/(1 + z_{t-1}^2) + 8\\cos(1.2 t) + \\mathcal{N}(0, q^2)",
            "zₜ = zₜ₋₁/2 + 25 zₜ₋₁/(1 + zₜ₋₁²) + 8 cos(1.2 t) + N(0, q²)"),
        Card.equation("x_t = z_t^2/20 + \\mathcal{N}(0, r^2)", "xₜ = zₜ²/20 + N(0, r²)"));
  }
}
