package undercurrent.kind;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.known.KnownDynamics;
import undercurrent.model.known.KnownSystem;
import undercurrent.model.nonlinear.KnownModels;

/** The Van der Pol oscillator with noise. */
final class VanDerPolKind extends KnownKind {
  VanDerPolKind() {
    super(
        new KnownDynamics(
            "van der pol",
            1,
            () -> ModelWords.of("channels.vanDerPol"),
            true,
            List.of("position", "velocity"),
            set -> new KnownSystem(KnownModels.VAN_DER_POL, 0.3, 0.2)));
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "known",
        "B. van der Pol, On relaxation-oscillations, Philosophical Magazine 2 (1926).",
        Card.equation(
            "\\ddot p = \\mu (1 - p^2) \\dot p - p + w(t)", "p̈ = μ (1 − p²) ṗ − p + w(t)"),
        Card.equation("x_t = p(t) + \\mathcal{N}(0, r^2)", "xₜ = p(t) + N(0, r²)"));
  }
}
