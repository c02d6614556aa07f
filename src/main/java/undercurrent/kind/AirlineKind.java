package undercurrent.kind;

import undercurrent.model.ModelSettings;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.structural.ArimaOrder;
import undercurrent.settings.Knob;

/** The airline model for each channel: ARIMA (0,1,1)(0,1,1) of a season. */
final class AirlineKind extends ExactKind<AirlineKind.AirlineSettings> {
  /** Its settings. */
  record AirlineSettings(
      @Knob(group = "model", unit = "timeSteps", min = 2, max = 366) int season,
      @Knob(group = "model", advanced = true) TransformKind transform,
      Held held)
      implements ModelSettings {}

  @Override
  public String id() {
    return "airline";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "structural",
        "G. E. P. Box and G. M. Jenkins, Time Series Analysis: Forecasting and Control, 1970,"
            + " chapter 9.",
        Card.equation(
            "(1-B)(1-B^s) x_t = (1 + \\theta B)(1 + \\Theta B^s)\\,\\mathcal{N}(0, \\sigma^2)",
            "(1−B)(1−Bˢ) xₜ = (1 + θ B)(1 + Θ Bˢ) N(0, σ²)"));
  }

  @Override
  public AirlineSettings defaults() {
    int year = 12;
    return new AirlineSettings(year, TransformKind.NONE, Held.NOTHING);
  }

  @Override
  ExactPlan plan(AirlineSettings settings) {
    int season = settings.season();
    return new ExactPlan(
            id(),
            new ExactForm.Sum((set, rows) -> ArimaKind.model(ArimaOrder.airline(season)), false),
            settings.transform(),
            season,
            season)
        .fixing(settings.held().fixed());
  }
}
