package undercurrent.kind;

import undercurrent.model.ModelSettings;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.structural.Arima;
import undercurrent.model.structural.ArimaOrder;
import undercurrent.model.structural.Constant;
import undercurrent.model.structural.StructuralModel;
import undercurrent.settings.Knob;

/** A seasonal ARIMA process for each channel. */
final class ArimaKind extends ExactKind<ArimaKind.ArimaSettings> {
  private static final String NO_SEASON = "0,0,0";

  /** Its settings. */
  record ArimaSettings(
      @Knob(group = "model", pattern = "\\d{1,2},[0-2],\\d{1,2}", example = "1,1,1") String order,
      @Knob(group = "model", pattern = "[0-4],[0-2],[0-4]", example = "0,1,1") String seasonalOrder,
      @Knob(
              group = "model",
              when = "seasonalOrder!=" + NO_SEASON,
              unit = "timeSteps",
              min = 2,
              max = 366)
          int season,
      @Knob(group = "model", advanced = true) TransformKind transform,
      Held held)
      implements ModelSettings {}

  @Override
  public String id() {
    return "arima";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "structural",
        "G. E. P. Box and G. M. Jenkins, Time Series Analysis: Forecasting and Control, 1970.",
        Card.equation(
            "\\phi(B)\\,\\Phi(B^s)\\,(1-B)^d (1-B^s)^D x_t = \\theta(B)\\,\\Theta(B^s)\\,"
                + "\\mathcal{N}(0, \\sigma^2)",
            "φ(B) Φ(Bˢ) (1−B)ᵈ (1−Bˢ)ᴰ xₜ = θ(B) Θ(Bˢ) N(0, σ²)"));
  }

  @Override
  public ArimaSettings defaults() {
    int year = 12;
    return new ArimaSettings("1,1,1", NO_SEASON, year, TransformKind.NONE, Held.NOTHING);
  }

  @Override
  ExactPlan plan(ArimaSettings settings) {
    int period = settings.season();
    boolean hasSeason = !settings.seasonalOrder().equals(NO_SEASON);
    return new ExactPlan(
            id(),
            new ExactForm.Sum(
                (set, rows) ->
                    model(ArimaOrder.of(settings.order(), settings.seasonalOrder(), period)),
                false),
            settings.transform(),
            period,
            hasSeason ? period : 1)
        .fixing(settings.held().fixed());
  }

  /** As R does, with a mean where nothing is differenced. */
  static StructuralModel model(ArimaOrder order) {
    Arima process = new Arima(order);
    boolean isStationary = order.differencing().lost() == 0;
    StructuralModel model =
        isStationary ? StructuralModel.of(new Constant(), process) : StructuralModel.of(process);
    return model.withoutIrregular();
  }
}
