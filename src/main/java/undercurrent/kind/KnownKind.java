package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import undercurrent.inference.KnownEstimator;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Shape;
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
  public ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    int last = equations.size() - 1;
    return new ModelGraph(
        List.of(
            ModelGraphs.start().with("startMean", "startDeviation"),
            Box.of("known-transition", Shape.MAP, "f(z)").saying(equations.subList(0, last)),
            Box.of("known-motion-noise", Shape.NOISE, "Q").with("motionNoise"),
            Box.of("known-observation", Shape.MAP, "h(z)")
                .saying(equations.subList(last, last + 1)),
            Box.of("known-observation-noise", Shape.NOISE, "R").with("observationNoise"),
            Box.of("filter", Shape.MAP, "p(z|x)").with("filter", "particles").sized("particles"),
            ModelGraphs.likelihood(List.of("epochs"))));
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
