package undercurrent.experiment;

import java.util.List;
import undercurrent.inference.Answers;
import undercurrent.inference.Estimator;
import undercurrent.inference.KnownEstimator;
import undercurrent.inference.Scores;
import undercurrent.math.Parameters;
import undercurrent.model.known.KnownModel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.training.Checkpoint;
import undercurrent.training.Criterion;
import undercurrent.training.ExactTraining;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/** A model whose equations are known; a file keeps the noise that was learned. */
final class KnownKind implements Kind {
  private final TrainingSettings settings;
  private final KnownModel model;

  KnownKind(Experiment experiment, Dataset dataset) {
    this.settings = experiment.training();
    this.model = KnownModel.of(experiment.model(), dataset, settings.seed());
  }

  /** The logarithms of what is learned, and the search's step. */
  @Override
  public List<Parameters.Entry> layout() {
    Parameters parameters = new Parameters();
    parameters.add("noise", 1, model.weights().length);
    return parameters.entries();
  }

  @Override
  public Training training(Workers workers) {
    return new ExactTraining(model, Criterion.LOG_LIKELIHOOD, settings);
  }

  @Override
  public void use(Checkpoint checkpoint) {
    model.restore(checkpoint.epoch(), checkpoint.weights());
  }

  @Override
  public Estimator estimator() {
    return new KnownEstimator(model);
  }

  @Override
  public Scores scores(List<Answers> answers) {
    return Scores.of(answers, estimator(), model.dataset());
  }

  @Override
  public double bound(Part part) {
    return model.perStep(part);
  }
}
