package undercurrent.kind;

import java.util.Set;
import undercurrent.model.ModelSettings;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.structural.LocalLinearTrend;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Knob;

/** The local linear trend model for each channel; of a track nearly constant velocity. */
final class TrendKind extends ExactKind<TrendKind.TrendSettings> {
  /** Its settings. */
  record TrendSettings(
      Additions additions,
      @Knob(group = "model", advanced = true) TransformKind transform,
      Held held)
      implements ModelSettings {}

  @Override
  public String id() {
    return "trend";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "structural",
        "J. Durbin and S. J. Koopman, Time Series Analysis by State Space Methods, 2nd edition,"
            + " 2012, section 3.2.",
        Card.equation(
            "\\mu_{t+1} = \\mu_t + \\nu_t + \\mathcal{N}(0, \\sigma_\\xi^2)",
            "μₜ₊₁ = μₜ + νₜ + N(0, σ²_ξ)"),
        Card.equation(
            "\\nu_{t+1} = \\nu_t + \\mathcal{N}(0, \\sigma_\\zeta^2)", "νₜ₊₁ = νₜ + N(0, σ²_ζ)"),
        Card.equation(
            "x_t = \\mu_t + \\mathcal{N}(0, \\sigma_\\varepsilon^2)", "xₜ = μₜ + N(0, σ²_ε)"));
  }

  @Override
  public TrendSettings defaults() {
    return new TrendSettings(Additions.NONE, TransformKind.NONE, Held.NOTHING);
  }

  @Override
  ExactPlan plan(TrendSettings settings) {
    return new ExactPlan(
            id(),
            new ExactForm.Sum(
                (set, rows) ->
                    settings
                        .additions()
                        .sum(set, rows, Additions.NO_SEASON, new LocalLinearTrend()),
                true),
            settings.transform())
        .fixing(settings.held().fixed());
  }

  @Override
  public Set<DataUse> looksAt(TrendSettings settings, SeriesSet set) {
    return set.isTrack() ? Set.of(DataUse.NOISE, DataUse.GAPS) : super.looksAt(settings, set);
  }

  @Override
  public boolean searchHasChanged(TrendSettings settings) {
    return settings.additions().cycle();
  }
}
