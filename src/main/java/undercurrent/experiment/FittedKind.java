package undercurrent.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import undercurrent.inference.Answers;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimator;
import undercurrent.inference.ExactEstimator;
import undercurrent.inference.Findings;
import undercurrent.inference.Scores;
import undercurrent.inference.SwitchingEstimator;
import undercurrent.math.Parameters;
import undercurrent.model.Fit;
import undercurrent.model.ModelKind;
import undercurrent.model.ModelSettings;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.optimized.OptimizedFit;
import undercurrent.model.switching.SwitchingFit;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.training.Checkpoint;
import undercurrent.training.Criterion;
import undercurrent.training.Curve;
import undercurrent.training.ExactTraining;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/** A model that is fitted by iterations; a file keeps how many, and they are made again. */
record FittedKind(
    Fit fit,
    Criterion criterion,
    Supplier<Estimator> estimators,
    Dataset dataset,
    TrainingSettings settings)
    implements Kind {

  static FittedKind of(Experiment experiment, Dataset dataset) {
    ModelSettings model = experiment.model();
    TrainingSettings settings = experiment.training();
    long seed = settings.seed();
    if (model.kind() == ModelKind.SWITCHING) {
      SwitchingFit fit = SwitchingFit.of(model, dataset, seed);
      return new FittedKind(
          fit,
          Criterion.LOG_LIKELIHOOD,
          () -> new SwitchingEstimator(fit, model.regimeFilter(), seed),
          dataset,
          settings);
    }
    if (model.kind() == ModelKind.OKF) {
      OptimizedFit fit = OptimizedFit.of(model, dataset, seed);
      return new FittedKind(
          fit,
          Criterion.SQUARED_ERROR,
          () -> new ExactEstimator(fit.posterior(), () -> Findings.of(fit)),
          dataset,
          settings);
    }
    ExactModel fit = ExactModel.of(model, dataset, seed);
    return new FittedKind(
        fit,
        Criterion.LOG_LIKELIHOOD,
        () -> new ExactEstimator(fit, () -> Findings.of(fit)),
        dataset,
        settings);
  }

  @Override
  public List<Parameters.Entry> layout() {
    return List.of();
  }

  @Override
  public Training training(Workers workers) {
    return new ExactTraining(fit, criterion, settings);
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
  public double bound(Part part) {
    return fit.perStep(part);
  }

  @Override
  public Optional<Diagnosis> diagnosis(int series) {
    return fit instanceof ExactModel exact
        ? Optional.of(Diagnosis.of(exact, series))
        : Optional.empty();
  }
}
