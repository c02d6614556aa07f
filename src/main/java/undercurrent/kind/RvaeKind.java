package undercurrent.kind;

import java.util.List;
import undercurrent.model.dynamical.DynamicalVae;
import undercurrent.model.dynamical.RvaeSettings;
import undercurrent.model.dynamical.Structure;
import undercurrent.series.Dataset;

/** RVAE: independent states that a recurrent layer turns into observations. */
final class RvaeKind extends DynamicalKind<RvaeSettings> {
  @Override
  public String id() {
    return "rvae";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "deep",
        "S. Leglaive, X. Alameda-Pineda, L. Girin and R. Horaud, A Recurrent Variational"
            + " Autoencoder for Speech Enhancement, ICASSP 2020.",
        Card.equation("z_t \\sim \\mathcal{N}(0, I)", "zₜ ~ N(0, I)"),
        Card.equation("x_t \\sim p_\\theta(x_t \\mid h_t)", "xₜ ~ p(xₜ|hₜ)"),
        Card.equation(
            "h_t = \\mathrm{LSTM}(z_t, h_{t-1}) \\text{; not causal: also from } z_{T:t}",
            "hₜ = LSTM(zₜ, hₜ₋₁); not causal: also from zT:ₜ"),
        inferred("q(z_t \\mid z_{1:t-1}, x_{t:T})", "g_t, k_t", "q(zₜ|z₁:ₜ₋₁, xₜ:T)", "gₜ, kₜ"),
        Card.equation(
            "g_t = \\mathrm{LSTM}(x_t, g_{t+1}), \\quad k_t = \\mathrm{LSTM}(z_{t-1}, k_{t-1})",
            "gₜ = LSTM(xₜ, gₜ₊₁), kₜ = LSTM(zₜ₋₁, kₜ₋₁)"),
        bound("q(z_t \\mid \\cdot)", "\\mathcal{N}(0, I)", "q(zₜ|·)", "N(0, I)"));
  }

  @Override
  List<String> symbols() {
    return List.of("hₜ", "q(z|z₋, x)", "N(0, I)", "p(x|h)");
  }

  @Override
  public RvaeSettings defaults() {
    return RvaeSettings.defaults();
  }

  @Override
  List<String> ownKnobs() {
    return List.of("causal");
  }

  @Override
  DynamicalVae model(RvaeSettings settings, Dataset data, long seed) {
    return DynamicalVae.of(
        settings.causal() ? Structure.RVAE_CAUSAL : Structure.RVAE,
        settings.sizes(),
        0,
        data,
        seed);
  }
}
