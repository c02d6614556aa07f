package undercurrent.kind;

import undercurrent.inference.Estimator;
import undercurrent.inference.NormalizingEstimator;
import undercurrent.model.PerStep;
import undercurrent.model.normalizing.NormalizingFilter;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;

/** A normalizing Kalman filter, trained on its exact likelihood. */
final class NormalizingFitting extends WeightFitting {
  private final NormalizingFilter model;

  /** Of a model with freshly drawn weights. */
  NormalizingFitting(NormalizingFilter model, Dataset dataset, TrainingSettings settings) {
    super(model, dataset, settings, Criterion.LOG_LIKELIHOOD);
    this.model = model;
  }

  @Override
  public Estimator estimator() {
    return new NormalizingEstimator(model, dataset(), seed());
  }

  /** log p of each row given all rows before it, in the model's units. */
  @Override
  public double criterion(Part part) {
    return PerStep.of(
        dataset().source(),
        part,
        (series, rows) ->
            NormalizingEstimator.logLikelihoods(model, dataset().whole().get(series), rows));
  }
}
