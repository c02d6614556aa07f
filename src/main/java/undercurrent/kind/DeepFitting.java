package undercurrent.kind;

import java.util.List;
import undercurrent.inference.Answers;
import undercurrent.inference.Estimator;
import undercurrent.inference.SamplingEstimator;
import undercurrent.inference.Scores;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;
import undercurrent.training.TrainingSettings;

/** A model with weights, trained on the ELBO and estimated by samples. */
public final class DeepFitting extends BoundFitting {
  private final SequenceModel model;

  /** Of a model with freshly drawn weights. */
  public DeepFitting(SequenceModel model, Dataset dataset, TrainingSettings settings) {
    super(model, dataset, settings);
    this.model = model;
  }

  @Override
  public Estimator estimator() {
    return new SamplingEstimator(model, dataset(), seed());
  }

  @Override
  public Scores scores(List<Answers> answers) {
    return Scores.of(answers, estimator(), model, dataset(), seed());
  }
}
