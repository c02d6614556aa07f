package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import undercurrent.model.ModelSettings;
import undercurrent.model.continuous.NamedProcess;
import undercurrent.model.exact.ExactForm;
import undercurrent.model.exact.ExactPlan;
import undercurrent.model.exact.TransformKind;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Knob;

/** A linear process in continuous time for each channel, seen at even or uneven times. */
final class ContinuousKind extends ExactKind<ContinuousKind.ContinuousSettings> {
  /** Its settings. */
  record ContinuousSettings(
      @Knob(group = "model") NamedProcess process,
      @Knob(group = "model", when = "process=periodic", min = 1, max = 12) int waves,
      @Knob(group = "model", advanced = true) TransformKind transform,
      Held held)
      implements ModelSettings {}

  @Override
  public String id() {
    return "continuous";
  }

  @Override
  public List<String> formerIds() {
    return List.of("matern");
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "continuous",
        "J. Hartikainen and S. Särkkä, Kalman filtering and smoothing solutions to temporal"
            + " Gaussian process regression models, MLSP 2010.",
        Card.equation("dz = A z\\,dt + L\\,dw", "dz = A z dt + L dw"),
        Card.equation("x_t = h^\\top z(t) + \\mathcal{N}(0, \\sigma^2)", "xₜ = h'z(t) + N(0, σ²)"));
  }

  @Override
  public ContinuousSettings defaults() {
    return new ContinuousSettings(NamedProcess.MATERN32, 3, TransformKind.NONE, Held.NOTHING);
  }

  @Override
  ExactPlan plan(ContinuousSettings settings) {
    return new ExactPlan(
            id(),
            new ExactForm.InContinuousTime(settings.process().of(settings.waves())),
            settings.transform())
        .fixing(settings.held().fixed());
  }

  @Override
  public List<FigureCard> figures() {
    List<FigureCard> figures = new ArrayList<>(super.figures());
    figures.add(ModelCards.BETWEEN);
    return figures;
  }

  @Override
  public Set<DataUse> looksAt(ContinuousSettings settings, SeriesSet set) {
    return set.isTrack() ? Set.of(DataUse.NOISE, DataUse.GAPS) : Set.of(DataUse.values());
  }

  @Override
  public boolean searchHasChanged(ContinuousSettings settings) {
    return settings.process() == NamedProcess.OSCILLATOR;
  }
}
