package undercurrent.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import undercurrent.inference.KnownEstimator;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.ModelSettings;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.known.FilterSettings;
import undercurrent.model.known.KnownModel;
import undercurrent.series.Dataset;
import undercurrent.settings.Settings;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** What kinds share whose equations a filter follows: built-in ones, and those that are typed. */
abstract class FilteredKind<S extends Record & ModelSettings> implements ModelKind<S> {
  private static final String MOTION = "motion noise";
  private static final String OBSERVATION = "observation noise";
  private static final String START_MEAN = "start mean";
  private static final String START_DEVIATION = "start deviation";

  /** How far a parameter of about 0 can be moved. */
  private static final double SMALLEST_REACH = 0.5;

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
        model,
        criterion(),
        () -> new KnownEstimator(model),
        series -> Optional.empty(),
        data,
        training,
        false,
        () -> parameters(model));
  }

  /** Noise of motion and observation, the start where it can be given, and what is learned. */
  private List<AdjustableParameter> parameters(KnownModel model) {
    double motion = model.motionNoise();
    double observation = model.observationNoise();
    List<AdjustableParameter> all = new ArrayList<>();
    all.add(AdjustableParameter.positive(MOTION, "", motion, motion));
    all.add(AdjustableParameter.positive(OBSERVATION, "", observation, observation));
    Gaussian start = model.model(0, 1).prior();
    double deviation = Math.sqrt(start.covariance().matrix().at(0, 0));
    if (givesStart()) {
      all.add(
          AdjustableParameter.signed(START_MEAN, "", start.mean()[0], 4 * deviation).unlearned());
      all.add(AdjustableParameter.positive(START_DEVIATION, "", deviation, deviation).unlearned());
    }
    model
        .parameters()
        .forEach(
            (name, value) ->
                all.add(
                    AdjustableParameter.signed(
                            name, "", value, Math.max(2 * Math.abs(value), SMALLEST_REACH))
                        .typed()));
    return all;
  }

  /** Whether the start is a setting. */
  boolean givesStart() {
    return false;
  }

  @Override
  public S setting(S settings, Map<String, Double> values) {
    S set = settings;
    for (Map.Entry<String, Double> one : values.entrySet()) {
      set = setting(set, one.getKey(), one.getValue());
    }
    return set;
  }

  /** One that is a setting of its own; others are those of the equations. */
  S setting(S settings, String name, double value) {
    return switch (name) {
      case MOTION -> Settings.with(settings, "motionNoise", value);
      case OBSERVATION -> Settings.with(settings, "observationNoise", value);
      case START_MEAN -> Settings.with(settings, "startMean", value);
      case START_DEVIATION -> Settings.with(settings, "startDeviation", value);
      default -> settings;
    };
  }

  @Override
  public List<FigureCard> figures() {
    return FigureCards.all(criterion(), ModelCards.PARTICLES, ModelCards.BY_HAND);
  }

  @Override
  public boolean isComparedWithLinear() {
    return true;
  }
}
