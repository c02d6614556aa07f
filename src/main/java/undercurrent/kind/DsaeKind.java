package undercurrent.kind;

import java.util.List;
import undercurrent.model.dynamical.DsaeSettings;
import undercurrent.model.dynamical.DynamicalVae;
import undercurrent.model.dynamical.Structure;
import undercurrent.series.Dataset;

/** DSAE: states that change beside numbers that are drawn once for a series. */
final class DsaeKind extends DynamicalKind<DsaeSettings> {
  @Override
  public String id() {
    return "dsae";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "Y. Li and S. Mandt, Disentangled Sequential Autoencoder, ICML 2018.",
        Card.equation(
            "w \\sim \\mathcal{N}(0, I), \\quad z_t \\sim \\mathcal{N}\\left(\\mu_\\theta(h_t),"
                + " \\sigma_\\theta^2(h_t)\\r"
                + "ight)",
            "w ~ N(0, I), zₜ ~ N(μ(hₜ), σ²(hₜ))"),
        Card.equation("x_t \\sim p_\\theta(x_t \\mid z_t, w)", "xₜ ~ p(xₜ|zₜ, w)"),
        Card.equation(
            "h_t = \\mathrm{LSTM}(z_{t-1}, h_{t-1}), \\quad z_0 = 0",
            "hₜ = LSTM(zₜ₋₁, hₜ₋₁), z₀ = 0"),
        inferred("q(w \\mid x_{1:T})", "x_{1:T}", "q(w|x₁:T)", "x₁:T"),
        inferred("q(z_t \\mid w, x_{1:T})", "w, x_{1:T}", "q(zₜ|w, x₁:T)", "w, x₁:T"),
        Card.equation(
            "\\mathrm{ELBO} = \\textstyle\\sum_t \\mathbb{E}_q \\left[\\log p(x_t \\mid \\cdot) -"
                + " \\mathrm{KL}_t\\r"
                + "ight] - \\mathrm{KL}\\left(q(w \\mid \\cdot) \\,\\|\\, \\mathcal{N}(0, I)\\r"
                + "ight)",
            "ELBO = Σₜ E_q [log p(xₜ|·) − KLₜ] − KL(q(w|·) ‖ N(0, I))"));
  }

  @Override
  List<String> symbols() {
    return List.of("hₜ", "q(z|x), q(w|x)", "p(z|h), p(w)", "p(x|z, w)");
  }

  @Override
  public DsaeSettings defaults() {
    return DsaeSettings.defaults();
  }

  @Override
  List<String> ownKnobs() {
    return List.of("staticSize");
  }

  @Override
  DynamicalVae model(DsaeSettings settings, Dataset data, long seed) {
    return DynamicalVae.of(Structure.DSAE, settings.sizes(), settings.staticSize(), data, seed);
  }
}
