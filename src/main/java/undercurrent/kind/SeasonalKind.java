package undercurrent.kind;

import undercurrent.model.ModelSettings;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.structural.Component;
import undercurrent.model.structural.DummySeasonal;
import undercurrent.model.structural.LocalLevel;
import undercurrent.model.structural.LocalLinearTrend;
import undercurrent.model.structural.TrigonometricSeasonal;
import undercurrent.settings.Knob;

/** The basic structural model for each channel: a local linear trend, or a level, and a season. */
final class SeasonalKind extends ExactKind<SeasonalKind.SeasonalSettings> {
  private static final int LONG_SEASON = 24;
  private static final int WAVES = 4;

  /** Its settings. */
  record SeasonalSettings(
      @Knob(group = "model", unit = "timeSteps", min = 2, max = 366) int season,
      @Knob(group = "model", advanced = true) boolean slope,
      @Knob(group = "model", advanced = true) SeasonForm seasonForm,
      Additions additions,
      @Knob(group = "model", advanced = true) TransformKind transform,
      Held held)
      implements ModelSettings {}

  @Override
  public String id() {
    return "seasonal";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "structural",
        "A. C. Harvey, Forecasting, Structural Time Series Models and the Kalman Filter, 1989.",
        Card.equation(
            "\\mu_{t+1} = \\mu_t + \\nu_t + \\mathcal{N}(0, \\sigma_\\xi^2), \\quad \\nu_{t+1} ="
                + " \\nu_t + \\mathcal{N}(0, \\sigma_\\zeta^2)",
            "μₜ₊₁ = μₜ + νₜ + N(0, σ²_ξ)    νₜ₊₁ = νₜ + N(0, σ²_ζ)"),
        Card.equation(
            "\\gamma_{t+1} = -\\textstyle\\sum_{j=0}^{s-2} \\gamma_{t-j} + \\mathcal{N}(0,"
                + " \\sigma_\\omega^2)",
            "γₜ₊₁ = −(γₜ + … + γₜ₋ₛ₊₂) + N(0, σ²_ω)"),
        Card.equation(
            "x_t = \\mu_t + \\gamma_t + \\mathcal{N}(0, \\sigma_\\varepsilon^2)",
            "xₜ = μₜ + γₜ + N(0, σ²_ε)"));
  }

  @Override
  public SeasonalSettings defaults() {
    int year = 12;
    return new SeasonalSettings(
        year, true, SeasonForm.AUTOMATIC, Additions.NONE, TransformKind.NONE, Held.NOTHING);
  }

  @Override
  ExactPlan plan(SeasonalSettings settings) {
    int season = settings.season();
    return new ExactPlan(
            id(),
            new ExactForm.Sum(
                (set, rows) ->
                    settings
                        .additions()
                        .sum(
                            set,
                            rows,
                            season,
                            settings.slope() ? new LocalLinearTrend() : new LocalLevel(),
                            season(season, settings.seasonForm())),
                false),
            settings.transform(),
            season,
            season)
        .fixing(settings.held().fixed());
  }

  private static Component season(int period, SeasonForm form) {
    boolean isLong = period > LONG_SEASON;
    return switch (form) {
      case DUMMY -> new DummySeasonal(period);
      case TRIGONOMETRIC -> new TrigonometricSeasonal(period);
      case AUTOMATIC ->
          // A long season step by step would have a huge state.
          isLong ? new TrigonometricSeasonal(period, WAVES, true) : new DummySeasonal(period);
    };
  }

  @Override
  public boolean searchHasChanged(SeasonalSettings settings) {
    return settings.additions().cycle();
  }
}
