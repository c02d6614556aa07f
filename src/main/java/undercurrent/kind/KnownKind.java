package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import undercurrent.inference.KnownEstimator;
import undercurrent.model.known.KnownDynamics;
import undercurrent.model.known.KnownModel;
import undercurrent.model.known.KnownSettings;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** What kinds of known equations share: the noise is learned and a filter is chosen. */
abstract class KnownKind implements ModelKind<KnownSettings> {
  private final KnownDynamics dynamics;

  KnownKind(KnownDynamics dynamics) {
    this.dynamics = dynamics;
  }

  /** Its id is the name of its dynamics with hyphens. */
  @Override
  public final String id() {
    return dynamics.name().replace(' ', '-');
  }

  @Override
  public KnownSettings defaults() {
    return KnownSettings.defaults();
  }

  @Override
  public Criterion criterion() {
    return Criterion.LOG_LIKELIHOOD;
  }

  @Override
  public Set<TrainingUse> uses(KnownSettings settings) {
    return settings.filter().isCloud()
        ? Set.of(TrainingUse.ITERATIONS, TrainingUse.CHANCE)
        : Set.of(TrainingUse.ITERATIONS);
  }

  @Override
  public boolean isGeneral() {
    return false;
  }

  /** Equations in seconds go from row to row by their times; others count rows. */
  @Override
  public Set<DataUse> looksAt(KnownSettings settings, SeriesSet set) {
    return dynamics.inSeconds() ? Set.of(DataUse.GAPS) : Set.of();
  }

  @Override
  public Fitting open(KnownSettings settings, Dataset data, TrainingSettings training) {
    KnownModel model = KnownModel.of(dynamics, settings, data, training.seed());
    return new IterativeFitting(
        model,
        criterion(),
        () -> new KnownEstimator(model),
        series -> Optional.empty(),
        data,
        training);
  }

  @Override
  public List<FigureCard> figures() {
    List<FigureCard> figures = new ArrayList<>();
    figures.add(FigureCards.curve(criterion()));
    figures.add(FigureCards.PARTICLES);
    figures.addAll(FigureCards.ESTIMATES);
    return figures;
  }

  @Override
  public boolean isComparedWithLinear() {
    return true;
  }
}
