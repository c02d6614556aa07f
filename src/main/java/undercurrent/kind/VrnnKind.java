package undercurrent.kind;

import java.util.List;
import undercurrent.model.dynamical.Structure;

/** The variational RNN: a recurrent layer that remembers x and z. */
final class VrnnKind extends AutoregressiveKind {
  @Override
  public String id() {
    return "vrnn";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "J. Chung, K. Kastner, L. Dinh, K. Goel, A. Courville and Y. Bengio, A Recurrent Latent"
            + " Variable Model for Sequential Data, NeurIPS 2015.",
        Card.equation(
            "z_t \\sim \\mathcal{N}\\left(\\mu_\\theta(h_t), \\sigma_\\theta^2(h_t)\\right)",
            "zₜ ~ N(μ(hₜ), σ²(hₜ))"),
        Card.equation("x_t \\sim p_\\theta(x_t \\mid z_t, h_t)", "xₜ ~ p(xₜ|zₜ, hₜ)"),
        Card.equation(
            "h_{t+1} = \\mathrm{LSTM}([x_t, z_t], h_t), \\quad h_1 = 0",
            "hₜ₊₁ = LSTM([xₜ, zₜ], hₜ), h₁ = 0"),
        inferred("q(z_t \\mid x_{1:t})", "x_t, h_t", "q(zₜ|x₁:ₜ)", "xₜ, hₜ"),
        bound("q(z_t \\mid x_{1:t})", "p(z_t \\mid h_t)", "q(zₜ|x₁:ₜ)", "p(zₜ|hₜ)"));
  }

  @Override
  List<String> symbols() {
    return List.of("hₜ", "q(z|x, h)", "p(z|h)", "p(x|z, h)");
  }

  @Override
  Structure structure() {
    return Structure.VRNN;
  }
}
