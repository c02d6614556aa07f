package undercurrent.kind;

import java.util.List;
import java.util.Set;
import undercurrent.inference.ExactEstimator;
import undercurrent.inference.Findings;
import undercurrent.model.ModelSettings;
import undercurrent.model.optimized.MotionKind;
import undercurrent.model.optimized.OptimizedFit;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.settings.Knob;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** The Optimized Kalman Filter: Q and R trained on the error of the state. */
final class OptimizedKind implements ModelKind<OptimizedKind.OptimizedSettings> {
  /** Its settings. */
  record OptimizedSettings(@Knob(group = "model") MotionKind motion) implements ModelSettings {}

  @Override
  public String id() {
    return "okf";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "linear",
        "I. Greenberg, N. Yannay and S. Mannor, Optimization or Architecture: How to Hack Kalman"
            + " Filtering, NeurIPS 2023.",
        Card.equation("z_{t+1} = F z_t + \\mathcal{N}(0, Q)", "zₜ₊₁ = F zₜ + N(0, Q)"),
        Card.equation("x_t = H z_t + \\mathcal{N}(0, R)", "xₜ = H zₜ + N(0, R)"),
        Card.equation(
            "\\min_{Q, R} \\textstyle\\sum_t \\lVert \\hat z_t(Q, R) - z_t \\rVert^2",
            "min over Q, R of Σₜ |ẑₜ(Q, R) − zₜ|²"));
  }

  @Override
  public ModelGraph graph() {
    List<Card.Equation> equations = card().equations();
    return ModelGraphs.linear(
        ModelGraphs.start(),
        ModelGraphs.transition(equations.subList(0, 1)).with("motion"),
        ModelGraphs.observation(equations.subList(1, 2)),
        ModelGraph.Box.of("state-error", ModelGraph.Shape.VARIABLE, "|ẑ − z|²")
            .saying(equations.subList(2, 3))
            .with("epochs")
            .showing(ModelGraph.Meter.CRITERION));
  }

  @Override
  public OptimizedSettings defaults() {
    return new OptimizedSettings(MotionKind.CONSTANT_VELOCITY);
  }

  @Override
  public Criterion criterion() {
    return Criterion.SQUARED_ERROR;
  }

  @Override
  public Set<TrainingUse> uses(OptimizedSettings settings) {
    return Set.of(TrainingUse.ITERATIONS, TrainingUse.CHANCE);
  }

  @Override
  public Fitting open(OptimizedSettings settings, Dataset data, TrainingSettings training) {
    OptimizedFit fit = OptimizedFit.of(settings.motion(), data, training.seed());
    return new IterativeFitting(
        fit,
        criterion(),
        () -> new ExactEstimator(fit.posterior(), () -> Findings.of(fit)),
        data,
        training);
  }

  @Override
  public List<FigureCard> figures() {
    return FigureCards.all(criterion(), ModelCards.ERRORS, ModelCards.MATRICES);
  }

  /** It stops by what it is validated on. */
  @Override
  public Set<Part> learnsFrom() {
    return Set.of(Part.TRAINING, Part.VALIDATION);
  }

  @Override
  public boolean learnsFromTruth() {
    return true;
  }
}
