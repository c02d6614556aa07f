package undercurrent.kind;

import java.util.List;
import java.util.Set;
import undercurrent.inference.KnownEstimator;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.ModelSettings;
import undercurrent.model.known.FilterSettings;
import undercurrent.model.known.KnownModel;
import undercurrent.series.Dataset;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** What kinds share whose equations a filter follows: built-in ones, and those that are typed. */
abstract class FilteredKind<S extends Record & ModelSettings> implements ModelKind<S> {
  /** The filter of some settings. */
  abstract FilterSettings filtering(S settings);

  /** The model before anything is learned. */
  abstract KnownModel model(S settings, Dataset data, long seed);

  /**
   * The boxes.
   *
   * @param start the first, which says where the state starts
   * @param motion the second, without its equations
   */
  final ModelGraph graph(Box start, Box motion) {
    List<Card.Equation> equations = card().equations();
    int last = equations.size() - 1;
    return new ModelGraph(
        List.of(
            start,
            motion.saying(equations.subList(0, last)),
            Box.of("known-motion-noise", Shape.NOISE, "Q").with("motionNoise"),
            Box.of("known-observation", Shape.MAP, "h(z)")
                .saying(equations.subList(last, last + 1)),
            Box.of("known-observation-noise", Shape.NOISE, "R").with("observationNoise"),
            Box.of("filter", Shape.MAP, "p(z|x)").with("filter", "particles").sized("particles"),
            ModelGraphs.likelihood(List.of("epochs"))));
  }

  @Override
  public Criterion criterion() {
    return Criterion.LOG_LIKELIHOOD;
  }

  @Override
  public Set<TrainingUse> uses(S settings) {
    return filtering(settings).filter().isCloud()
        ? Set.of(TrainingUse.ITERATIONS, TrainingUse.CHANCE)
        : Set.of(TrainingUse.ITERATIONS);
  }

  @Override
  public boolean isGeneral() {
    return false;
  }

  @Override
  public Fitting open(S settings, Dataset data, TrainingSettings training) {
    KnownModel model = model(settings, data, training.seed());
    return new IterativeFitting(
        model, criterion(), () -> new KnownEstimator(model), data, training);
  }

  @Override
  public List<FigureCard> figures() {
    return FigureCards.all(criterion(), ModelCards.PARTICLES);
  }

  @Override
  public boolean isComparedWithLinear() {
    return true;
  }
}
