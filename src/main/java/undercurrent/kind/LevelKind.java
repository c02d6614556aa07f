package undercurrent.kind;

import undercurrent.model.ModelSettings;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.model.structural.LocalLevel;
import undercurrent.settings.Knob;

/** The local level model: a random walk seen with noise, for each channel. */
final class LevelKind extends ExactKind<LevelKind.LevelSettings> {
  /** Its settings. */
  record LevelSettings(
      Additions additions,
      @Knob(group = "model", advanced = true) TransformKind transform,
      Held held)
      implements ModelSettings {}

  @Override
  public String id() {
    return "level";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "structural",
        "J. Durbin and S. J. Koopman, Time Series Analysis by State Space Methods, 2nd edition,"
            + " 2012, chapter 2.",
        Card.equation(
            "\\mu_{t+1} = \\mu_t + \\mathcal{N}(0, \\sigma_\\xi^2)", "μₜ₊₁ = μₜ + N(0, σ²_ξ)"),
        Card.equation(
            "x_t = \\mu_t + \\mathcal{N}(0, \\sigma_\\varepsilon^2)", "xₜ = μₜ + N(0, σ²_ε)"));
  }

  @Override
  public LevelSettings defaults() {
    return new LevelSettings(Additions.NONE, TransformKind.NONE, Held.NOTHING);
  }

  @Override
  ExactPlan plan(LevelSettings settings) {
    return new ExactPlan(
            id(),
            new ExactForm.Sum(
                (set, rows) ->
                    settings.additions().sum(set, rows, Additions.NO_SEASON, new LocalLevel()),
                false),
            settings.transform())
        .fixing(settings.held().fixed());
  }

  @Override
  public boolean searchHasChanged(LevelSettings settings) {
    return settings.additions().cycle();
  }
}
