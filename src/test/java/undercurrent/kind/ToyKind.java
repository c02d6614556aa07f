package undercurrent.kind;

import undercurrent.model.ModelSettings;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.structural.Arima;
import undercurrent.model.structural.Constant;
import undercurrent.model.structural.StructuralModel;
import undercurrent.settings.Knob;

/** A kind that is not in the program: an autoregression around a mean, seen with noise. */
public final class ToyKind extends ExactKind<ToyKind.ToySettings> {
  /** Its settings: one of its own, and one that other kinds have too. */
  public record ToySettings(
      @Knob(group = "model", min = 1, max = 6) int lags,
      @Knob(group = "model", advanced = true) TransformKind transform)
      implements ModelSettings {}

  @Override
  public String id() {
    return "toy";
  }

  @Override
  public Card card() {
    return new Card(
        "Toy",
        "Toys",
        "An autoregression around a mean, seen with noise.",
        "Real numbers at even times. Not tracks.",
        "Look at nothing.",
        java.util.List.of(
            Card.equation("z_t = \\phi z_{t-1} + \\mathcal{N}(0, q)", "zₜ = φ zₜ₋₁ + N(0, q)"),
            Card.equation("x_t = \\mu + z_t + \\mathcal{N}(0, r)", "xₜ = μ + zₜ + N(0, r)")),
        "Nobody, nowhere, never.");
  }

  @Override
  public ToySettings defaults() {
    return new ToySettings(1, TransformKind.NONE);
  }

  @Override
  ExactPlan plan(ToySettings settings) {
    return new ExactPlan(
        id(),
        new ExactForm.Sum(
            (set, rows) ->
                StructuralModel.of(new Constant(), Arima.autoregression(settings.lags())),
            false),
        settings.transform());
  }
}
