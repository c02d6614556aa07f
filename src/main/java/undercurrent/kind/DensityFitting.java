package undercurrent.kind;

import undercurrent.inference.DensityEstimator;
import undercurrent.inference.Estimator;
import undercurrent.model.PerStep;
import undercurrent.model.density.DensityModel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;

/** A density of rows, trained on its logarithm. */
final class DensityFitting extends WeightFitting {
  private final DensityModel model;

  /** Of a model with freshly drawn weights. */
  DensityFitting(DensityModel model, Dataset dataset, TrainingSettings settings) {
    super(model, dataset, settings, Criterion.LOG_LIKELIHOOD);
    this.model = model;
  }

  @Override
  public Estimator estimator() {
    return new DensityEstimator(model, seed());
  }

  /** log p of each row given its hour of the week, in standardised units. */
  @Override
  public double criterion(Part part) {
    return PerStep.of(
        dataset().source(),
        part,
        (series, rows) -> DensityEstimator.logDensities(model, dataset(), series, rows));
  }
}
