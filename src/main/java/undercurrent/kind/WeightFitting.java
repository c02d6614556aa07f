package undercurrent.kind;

import java.util.List;
import undercurrent.inference.Answers;
import undercurrent.inference.Scores;
import undercurrent.math.Parameters;
import undercurrent.model.Trainable;
import undercurrent.series.Dataset;
import undercurrent.training.Checkpoint;
import undercurrent.training.Criterion;
import undercurrent.training.Trainer;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/** A model with weights that are learned by following gradients of an objective. */
abstract class WeightFitting implements Fitting {
  private final Trainable model;
  private final Dataset dataset;
  private final TrainingSettings settings;
  private final Criterion criterion;

  /** Of a model with freshly drawn weights. */
  WeightFitting(Trainable model, Dataset dataset, TrainingSettings settings, Criterion criterion) {
    this.model = model;
    this.dataset = dataset;
    this.settings = settings;
    this.criterion = criterion;
  }

  final Dataset dataset() {
    return dataset;
  }

  final long seed() {
    return settings.seed();
  }

  @Override
  public final List<Parameters.Entry> layout() {
    return model.parameters().entries();
  }

  @Override
  public final Training training(Workers workers) {
    return new Trainer(model, dataset, settings, workers, criterion);
  }

  @Override
  public final void use(Checkpoint checkpoint) {
    float[] weights = checkpoint.best().length > 0 ? checkpoint.best() : checkpoint.weights();
    System.arraycopy(weights, 0, model.parameters().data(), 0, weights.length);
  }

  @Override
  public Scores scores(List<Answers> answers) {
    return Scores.of(answers, estimator(), dataset);
  }

  @Override
  public final void finish(Checkpoint last) {
    use(last);
  }
}
