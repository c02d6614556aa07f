package undercurrent.experiment;

import java.util.List;
import java.util.Optional;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.Estimator;
import undercurrent.inference.ExactEstimator;
import undercurrent.inference.Scores;
import undercurrent.math.Parameters;
import undercurrent.model.exact.ExactModel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.training.Checkpoint;
import undercurrent.training.Curve;
import undercurrent.training.ExactTraining;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/** A linear model, fitted by exact means; a file keeps how far, and the fit is made again. */
final class ExactKind implements Kind {
  private final TrainingSettings settings;
  private final ExactModel model;

  ExactKind(Experiment experiment, Dataset dataset) {
    this.settings = experiment.training();
    this.model = ExactModel.of(experiment.model(), dataset, settings.seed());
  }

  @Override
  public List<Parameters.Entry> layout() {
    return List.of();
  }

  @Override
  public Training training(Workers workers) {
    return new ExactTraining(model, settings);
  }

  @Override
  public void use(Checkpoint checkpoint) {
    training(Workers.ALONE).restore(checkpoint, Curve.EMPTY);
  }

  @Override
  public Estimator estimator() {
    return new ExactEstimator(model);
  }

  @Override
  public Scores scores() {
    return Scores.of(estimator(), model.dataset());
  }

  @Override
  public double bound(Part part) {
    return model.perStep(part);
  }

  @Override
  public Optional<Diagnosis> diagnosis(int series) {
    return Optional.of(Diagnosis.of(model, series));
  }
}
