package undercurrent.kind;

import java.util.List;
import undercurrent.model.dynamical.Structure;

/** STORN: independent states go into the recurrent layer that the emission reads. */
final class StornKind extends AutoregressiveKind {
  @Override
  public String id() {
    return "storn";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "J. Bayer and C. Osendorfer, Learning Stochastic Recurrent Networks, arXiv:1411.7610,"
            + " 2014.",
        Card.equation("z_t \\sim \\mathcal{N}(0, I)", "zₜ ~ N(0, I)"),
        Card.equation("x_t \\sim p_\\theta(x_t \\mid h_t)", "xₜ ~ p(xₜ|hₜ)"),
        Card.equation(
            "h_t = \\mathrm{LSTM}([x_{t-1}, z_t], h_{t-1}), \\quad x_0 = 0",
            "hₜ = LSTM([xₜ₋₁, zₜ], hₜ₋₁), x₀ = 0"),
        inferred("q(z_t \\mid x_{1:t})", "g_t", "q(zₜ|x₁:ₜ)", "gₜ"),
        Card.equation("g_t = \\mathrm{LSTM}(x_t, g_{t-1})", "gₜ = LSTM(xₜ, gₜ₋₁)"),
        bound("q(z_t \\mid x_{1:t})", "\\mathcal{N}(0, I)", "q(zₜ|x₁:ₜ)", "N(0, I)"));
  }

  @Override
  List<String> symbols() {
    return List.of("hₜ", "q(z|x)", "N(0, I)", "p(x|h)");
  }

  @Override
  Structure structure() {
    return Structure.STORN;
  }
}
