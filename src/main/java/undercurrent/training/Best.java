package undercurrent.training;

import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.Trainable;
import undercurrent.series.Sequence;

/**
 * The weights with the best validation ELBO so far, and how long it has not been beaten.
 *
 * <p>The states of a validation sequence are drawn several times, and at every look with the same
 * noise, so that two looks differ by their weights and hardly by chance. How often follows the size
 * of the data: a look costs about as much as one pass forward over the training part, a small share
 * of the epochs between two looks.
 */
final class Best {
  private static final int MOST_SAMPLES = 16;
  private final Trainable model;
  private final List<Sequence> validation;
  private final Randomness randomness;
  private final Elbo.Meter meter;
  private float[] weights = new float[0];
  private double elbo = Double.NaN;
  private int epoch;
  private int waited;

  Best(Trainable model, List<Sequence> training, List<Sequence> validation, Randomness randomness) {
    this.model = model;
    this.validation = validation;
    this.randomness = randomness;
    this.meter = new Elbo.Meter(model, validation, samples(steps(training), steps(validation)));
  }

  /** How often the states of a validation sequence are drawn. */
  static int samples(long training, long validation) {
    return Math.clamp(training / Math.max(1, validation), 1, MOST_SAMPLES);
  }

  private static long steps(List<Sequence> sequences) {
    return sequences.stream().mapToLong(Sequence::steps).sum();
  }

  /**
   * Measures the validation ELBO with KL weight 1 and always the same noise, and keeps the weights
   * if they are the best so far.
   *
   * @return NaN when there is nothing to validate on
   */
  double look(int epoch) {
    if (validation.isEmpty()) return Double.NaN;
    double now = meter.measure(randomness).perStep();
    if (Double.isNaN(elbo) || now > elbo) {
      elbo = now;
      weights = model.parameters().data().clone();
      this.epoch = epoch;
      waited = 0;
    } else {
      waited++;
    }
    return now;
  }

  void restore(Checkpoint checkpoint) {
    weights = checkpoint.best().clone();
    elbo = checkpoint.bestElbo();
    epoch = checkpoint.bestEpoch();
    waited = checkpoint.waited();
  }

  float[] weights() {
    return weights.clone();
  }

  double elbo() {
    return elbo;
  }

  int epoch() {
    return epoch;
  }

  /** Looks since the best one. */
  int waited() {
    return waited;
  }

  void forgetWaiting() {
    waited = 0;
  }
}
