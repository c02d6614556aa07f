package undercurrent.kind;

import java.util.List;
import undercurrent.model.dynamical.Structure;

/** SRNN: a recurrent layer of observations beside a Markov chain of states. */
final class SrnnKind extends AutoregressiveKind {
  @Override
  public String id() {
    return "srnn";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "M. Fraccaro, S. K. Sønderby, U. Paquet and O. Winther, Sequential Neural Models with"
            + " Stochastic Layers, NeurIPS 2016.",
        Card.equation(
            "z_t \\sim \\mathcal{N}\\left(\\mu_\\theta(z_{t-1}, h_t), \\sigma_\\theta^2(z_{t-1},"
                + " h_t)\\r"
                + "ight)",
            "zₜ ~ N(μ(zₜ₋₁, hₜ), σ²(zₜ₋₁, hₜ))"),
        Card.equation("x_t \\sim p_\\theta(x_t \\mid z_t, h_t)", "xₜ ~ p(xₜ|zₜ, hₜ)"),
        Card.equation(
            "h_t = \\mathrm{LSTM}(x_{t-1}, h_{t-1}), \\quad x_0 = 0",
            "hₜ = LSTM(xₜ₋₁, hₜ₋₁), x₀ = 0"),
        inferred("q(z_t \\mid z_{t-1}, x_{1:T})", "z_{t-1}, g_t", "q(zₜ|zₜ₋₁, x₁:T)", "zₜ₋₁, gₜ"),
        Card.equation("g_t = \\mathrm{LSTM}([h_t, x_t], g_{t+1})", "gₜ = LSTM([hₜ, xₜ], gₜ₊₁)"),
        bound("q(z_t \\mid \\cdot)", "p(z_t \\mid z_{t-1}, h_t)", "q(zₜ|·)", "p(zₜ|zₜ₋₁, hₜ)"));
  }

  @Override
  List<String> symbols() {
    return List.of("hₜ", "q(z|z₋, g)", "p(z|z₋, h)", "p(x|z, h)");
  }

  @Override
  Structure structure() {
    return Structure.SRNN;
  }
}
