package undercurrent.kind;

import java.util.List;
import undercurrent.inference.Answers;
import undercurrent.inference.Estimator;
import undercurrent.inference.SamplingEstimator;
import undercurrent.inference.Scores;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Sequence;
import undercurrent.training.Bound;
import undercurrent.training.Checkpoint;
import undercurrent.training.Elbo;
import undercurrent.training.Trainer;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.Workers;

/** A model with weights, trained on the ELBO. */
public final class DeepFitting implements Fitting {
  private final TrainingSettings settings;
  private final Dataset dataset;
  private final SequenceModel model;

  /** Of a model with freshly drawn weights. */
  public DeepFitting(SequenceModel model, Dataset dataset, TrainingSettings settings) {
    this.settings = settings;
    this.dataset = dataset;
    this.model = model;
  }

  @Override
  public List<Parameters.Entry> layout() {
    return model.parameters().entries();
  }

  @Override
  public Training training(Workers workers) {
    return new Trainer(model, dataset, settings, workers);
  }

  @Override
  public void use(Checkpoint checkpoint) {
    float[] weights = checkpoint.best().length > 0 ? checkpoint.best() : checkpoint.weights();
    System.arraycopy(weights, 0, model.parameters().data(), 0, weights.length);
  }

  @Override
  public void finish(Checkpoint last) {
    use(last);
  }

  @Override
  public Estimator estimator() {
    return new SamplingEstimator(model, dataset, settings.seed());
  }

  @Override
  public Scores scores(List<Answers> answers) {
    return Scores.of(answers, estimator(), model, dataset, settings.seed());
  }

  @Override
  public double criterion(Part part) {
    return measured(part).value();
  }

  /** With the same noise for the same seed. */
  @Override
  public Bound measured(Part part) {
    List<Sequence> sequences =
        switch (part) {
          case TRAINING -> dataset.training();
          case VALIDATION -> dataset.validation();
          case TEST -> dataset.test();
        };
    if (sequences.isEmpty()) return Bound.exact(Double.NaN);
    return Elbo.of(model, sequences, Randomness.of(settings.seed()).named("elbo"));
  }
}
