package undercurrent.training;

/**
 * Where a training stands: restoring it and going on gives the same bits as never having stopped.
 *
 * @param epoch epochs completed
 * @param step updates made
 * @param batch batches of the running epoch already done
 * @param weights as in {@link undercurrent.math.Parameters#data()}
 * @param firstMoment of Adam
 * @param secondMoment of Adam
 * @param best the weights with the best validation ELBO so far; empty when none was measured
 * @param bestElbo their validation ELBO, NaN when none was measured
 * @param bestEpoch when they were seen
 * @param waited looks at the validation data since then
 * @param sums the running epoch's sums, so that its curve point does not depend on the stop
 * @param state of a fit by iterations; empty of a model with weights, and in files of version 1
 */
public record Checkpoint(
    int epoch,
    long step,
    int batch,
    float[] weights,
    float[] firstMoment,
    float[] secondMoment,
    float[] best,
    double bestElbo,
    int bestEpoch,
    int waited,
    double[] sums,
    Training.Status status,
    double[] state) {
  /** Of a model with weights. */
  public Checkpoint(
      int epoch,
      long step,
      int batch,
      float[] weights,
      float[] firstMoment,
      float[] secondMoment,
      float[] best,
      double bestElbo,
      int bestEpoch,
      int waited,
      double[] sums,
      Training.Status status) {
    this(
        epoch,
        step,
        batch,
        weights,
        firstMoment,
        secondMoment,
        best,
        bestElbo,
        bestEpoch,
        waited,
        sums,
        status,
        new double[0]);
  }
}
