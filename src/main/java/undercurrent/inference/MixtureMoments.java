package undercurrent.inference;

import java.util.Arrays;
import undercurrent.model.EmittedRows;

/** Mean and deviation of each channel of a weighted mixture of emitted rows, in one pass a row. */
final class MixtureMoments {
  private final double[] mean;
  private final double[] deviation;

  /**
   * @param size D
   */
  MixtureMoments(int size) {
    mean = new double[size];
    deviation = new double[size];
  }

  /**
   * Takes a mixture.
   *
   * <pre>
   *   m = Σ wᵢ mᵢ     s² = Σ wᵢ ((mᵢ − m)² + sᵢ²)
   * </pre>
   *
   * @param weights of the rows, which sum to one
   * @param isOfMeans whether only the means are spread, such as probabilities of 0 and 1
   */
  MixtureMoments of(double[] weights, EmittedRows emitted, boolean isOfMeans) {
    int size = mean.length;
    float[] means = emitted.mean();
    float[] deviations = emitted.sd();
    Arrays.fill(mean, 0);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] == 0) continue;
      for (int d = 0; d < size; d++) mean[d] += weights[i] * means[i * size + d];
    }
    Arrays.fill(deviation, 0);
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] == 0) continue;
      for (int d = 0; d < size; d++) {
        double gap = means[i * size + d] - mean[d];
        double own = isOfMeans ? 0 : deviations[i * size + d];
        deviation[d] += weights[i] * (gap * gap + own * own);
      }
    }
    for (int d = 0; d < size; d++) deviation[d] = Math.sqrt(deviation[d]);
    return this;
  }

  double mean(int channel) {
    return mean[channel];
  }

  double deviation(int channel) {
    return deviation[channel];
  }
}
