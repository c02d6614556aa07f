package undercurrent.kind;

import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.known.KnownDynamics;
import undercurrent.model.known.KnownSystem;

/** A target that laser and radar see in turn. */
final class LaserRadarKind extends KnownKind {
  LaserRadarKind() {
    super(
        new KnownDynamics(
            "laser radar",
            5,
            () -> ModelWords.of("channels.laserRadar"),
            true,
            List.of("px", "py", "vx", "vy"),
            KnownSystem::laserRadar));
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "known",
        "S. Särkkä and L. Svensson, Bayesian Filtering and Smoothing, 2nd edition, 2023.",
        Card.equation("\\ddot p = w(t)", "p̈ = w(t)"),
        Card.equation(
            "x_t = \\left(p,\\; \\lVert p\\r"
                + "Vert,\\; \\operatorname{atan2}(p_y, p_x),\\; \\dot{\\lVert p\\r"
                + "Vert}\\r"
                + "ight) + \\mathcal{N}(0, r^2 R)",
            "xₜ = (p, |p|, atan2(p_y, p_x), d|p|/dt) + N(0, r² R)"));
  }
}
