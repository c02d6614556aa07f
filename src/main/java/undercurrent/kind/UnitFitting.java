package undercurrent.kind;

import undercurrent.inference.Estimator;
import undercurrent.inference.UnitEstimator;
import undercurrent.model.PerStep;
import undercurrent.model.recurrent.RecurrentUnit;
import undercurrent.model.recurrent.UnitPass;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;

/** A continuous recurrent unit, trained on the likelihood of each row given those before it. */
final class UnitFitting extends WeightFitting {
  private final RecurrentUnit model;

  /** Of a model with freshly drawn weights. */
  UnitFitting(RecurrentUnit model, Dataset dataset, TrainingSettings settings) {
    super(model, dataset, settings, Criterion.LOG_LIKELIHOOD);
    this.model = model;
  }

  @Override
  public Estimator estimator() {
    return new UnitEstimator(model, dataset());
  }

  /** log p of each row given all rows before it, in the model's units. */
  @Override
  public double criterion(Part part) {
    return PerStep.of(
        dataset().source(),
        part,
        (series, rows) -> UnitPass.logLikelihoods(model, dataset().whole().get(series), rows));
  }
}
