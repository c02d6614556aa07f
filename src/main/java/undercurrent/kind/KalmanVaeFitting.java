package undercurrent.kind;

import undercurrent.inference.Estimator;
import undercurrent.inference.KalmanVaeEstimator;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.series.Dataset;
import undercurrent.training.TrainingSettings;

/** A Kalman VAE, trained on the ELBO and estimated by exact filters of drawn encodings. */
final class KalmanVaeFitting extends BoundFitting {
  private final KalmanVae model;

  /** Of a model with freshly drawn weights. */
  KalmanVaeFitting(KalmanVae model, Dataset dataset, TrainingSettings settings) {
    super(model, dataset, settings);
    this.model = model;
  }

  @Override
  public Estimator estimator() {
    return new KalmanVaeEstimator(model, dataset(), seed());
  }
}
