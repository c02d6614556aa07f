package undercurrent.kind;

import java.util.Set;
import undercurrent.model.ModelSettings;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Knob;
import undercurrent.training.TrainingUse;

/** One linear-Gaussian system of all channels, with all matrices learned by EM. */
final class LinearKind extends ExactKind<LinearKind.LinearSettings> {
  /** Its settings. */
  record LinearSettings(
      @Knob(group = "model", advanced = true) TransformKind transform,
      @Knob(group = "model", min = 1, max = 256) int latentSize,
      Held held)
      implements ModelSettings {}

  @Override
  public String id() {
    return "linear";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "linear",
        "R. H. Shumway and D. S. Stoffer, An approach to time series smoothing and forecasting"
            + " using the EM algorithm, Journal of Time Series Analysis 3 (1982).",
        Card.equation(
            "z_{t+1} = F z_t + B u_t + \\mathcal{N}(0, Q)", "zₜ₊₁ = F zₜ + B uₜ + N(0, Q)"),
        Card.equation(
            "x_t = H z_t + D u_t + d + \\mathcal{N}(0, R)", "xₜ = H zₜ + D uₜ + d + N(0, R)"));
  }

  @Override
  public LinearSettings defaults() {
    return new LinearSettings(TransformKind.NONE, 2, Held.NOTHING);
  }

  /** EM starts from a matrix that is drawn. */
  @Override
  public Set<TrainingUse> uses(LinearSettings settings) {
    return Set.of(TrainingUse.ITERATIONS, TrainingUse.CHANCE);
  }

  @Override
  ExactPlan plan(LinearSettings settings) {
    return new ExactPlan(
            id(), new ExactForm.Joint(settings.latentSize(), true), settings.transform())
        .fixing(settings.held().fixed());
  }

  @Override
  public Set<DataUse> looksAt(LinearSettings settings, SeriesSet set) {
    return set.isTrack() ? Set.of() : Set.of(DataUse.INPUTS);
  }

  @Override
  public boolean takesDependentChannels() {
    return false;
  }
}
