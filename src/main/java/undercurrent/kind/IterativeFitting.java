package undercurrent.kind;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import undercurrent.inference.Answers;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimator;
import undercurrent.inference.Scores;
import undercurrent.math.Parameters;
import undercurrent.model.Fit;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.training.Bound;
import undercurrent.training.Checkpoint;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.ExactTraining;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/**
 * A model that is fitted by iterations.
 *
 * @param estimators make one that estimates with the fit as it is at each call
 * @param diagnoses of a series; empty for kinds without
 * @param searchHasChanged as in {@link ModelKind#searchHasChanged}
 * @param adjustable the parameters that can be set by hand
 */
record IterativeFitting(
    Fit fit,
    Criterion criterion,
    Supplier<Estimator> estimators,
    IntFunction<Optional<Diagnosis>> diagnoses,
    Dataset dataset,
    TrainingSettings settings,
    boolean searchHasChanged,
    Supplier<List<AdjustableParameter>> adjustable)
    implements Fitting {
  /** Without diagnoses, of a fit that is searched as it always was. */
  IterativeFitting(
      Fit fit,
      Criterion criterion,
      Supplier<Estimator> estimators,
      Dataset dataset,
      TrainingSettings settings) {
    this(
        fit, criterion, estimators, series -> Optional.empty(), dataset, settings, false, List::of);
  }

  @Override
  public List<Parameters.Entry> layout() {
    return List.of();
  }

  @Override
  public void prepare() {
    fit.prepare();
  }

  @Override
  public Training training(Workers workers) {
    return new ExactTraining(fit, criterion, settings, searchHasChanged);
  }

  @Override
  public void use(Checkpoint checkpoint) {
    training(Workers.ALONE).restore(checkpoint, Curve.empty(criterion));
  }

  @Override
  public Estimator estimator() {
    return estimators.get();
  }

  @Override
  public Scores scores(List<Answers> answers) {
    return Scores.of(answers, estimator(), dataset);
  }

  @Override
  public double criterion(Part part) {
    return fit.perStep(part);
  }

  @Override
  public Bound measured(Part part) {
    return new Bound(fit.perStep(part), fit.perStepError(part));
  }

  @Override
  public Optional<Double> error(Part part) {
    return Optional.of(fit.perStepError(part)).filter(Double::isFinite);
  }

  @Override
  public List<AdjustableParameter> parameters() {
    return adjustable.get();
  }

  @Override
  public Optional<Diagnosis> diagnosis(int series) {
    return diagnoses.apply(series);
  }
}
