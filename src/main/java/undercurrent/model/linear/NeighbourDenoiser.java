package undercurrent.model.linear;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Every value as its neighbours in time make it likely, and never by itself: linear regression on
 * the values before and after it, trained on the measured series alone. Noise that is new at every
 * step cannot be predicted, so what is predicted is the signal (Batson and Royer 2019). With none
 * after, it is a one-step forecast.
 */
public final class NeighbourDenoiser implements Denoiser {
  /**
   * Added to the diagonal, beside the largest variance, so that a constant channel can be learned.
   */
  private static final double RIDGE = 1e-9;

  private final int before;
  private final int after;

  /** One row a channel: the weights of the neighbours in the order of time, and a constant. */
  private final double[][] weights;

  /** The mean of every channel, from which everything is counted. */
  private final double[] means;

  private NeighbourDenoiser(int before, int after, double[][] weights, double[] means) {
    this.before = before;
    this.after = after;
    this.weights = weights;
    this.means = means;
  }

  /** Trained on series of the same channels, with so many neighbours on either side. */
  public static NeighbourDenoiser trainedOn(List<Observations> measured, int before, int after) {
    if (measured.isEmpty()) throw new IllegalArgumentException("There is no series to learn from.");
    if (before < 0 || after < 0 || before + after == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d neighbours before and %d after cannot predict a value; give at least one.",
              before,
              after));
    }
    int channels = measured.getFirst().observedSize();
    double[][] weights = new double[channels][];
    double[] means = new double[channels];
    for (int i = 0; i < channels; i++) {
      means[i] = mean(measured, i);
      weights[i] = train(measured, i, means[i], before, after);
    }
    return new NeighbourDenoiser(before, after, weights, means);
  }

  private static double mean(List<Observations> measured, int channel) {
    double sum = 0;
    int count = 0;
    for (Observations seen : measured) {
      for (int t = 0; t < seen.steps(); t++) {
        if (Double.isNaN(seen.value(t, channel))) continue;
        sum += seen.value(t, channel);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** (X'X + ridge)⁻¹ X'y over all places whose neighbours were all seen. */
  private static double[] train(
      List<Observations> measured, int channel, double mean, int before, int after) {
    int k = before + after + 1;
    double[] xx = new double[k * k];
    double[] xy = new double[k];
    double[] x = new double[k];
    int count = 0;
    for (Observations seen : measured) {
      for (int t = 0; t < seen.steps(); t++) {
        if (Double.isNaN(seen.value(t, channel))) continue;
        if (!neighbours(seen, t, channel, mean, before, after, x)) continue;
        count++;
        for (int i = 0; i < k; i++) {
          xy[i] += x[i] * (seen.value(t, channel) - mean);
          for (int j = 0; j < k; j++) xx[i * k + j] += x[i] * x[j];
        }
      }
    }
    if (count < k) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Channel %d has %d values with all %d neighbours and needs %d; take fewer"
                  + " neighbours.",
              channel + 1,
              count,
              k - 1,
              k));
    }
    double ridge = RIDGE * Matrices.largestDiagonal(xx, 0, k);
    for (int i = 0; i < k; i++) xx[i * k + i] += ridge;
    double[] inverse = Matrices.inverse("The neighbours' X'X", 0, xx, k);
    double[] w = new double[k];
    Matrices.timesVector(inverse, xy, 0, w, k, k);
    return w;
  }

  /** The neighbours of a place and 1, and whether all were seen. */
  private static boolean neighbours(
      Observations seen, int t, int channel, double mean, int before, int after, double[] x) {
    if (t < before || t + after >= seen.steps()) return false;
    int at = 0;
    for (int s = t - before; s <= t + after; s++) {
      if (s == t) continue;
      x[at] = seen.value(s, channel) - mean;
      if (Double.isNaN(x[at++])) return false;
    }
    x[at] = 1;
    return true;
  }

  /** Values whose neighbours are not all there stay as they were measured. */
  @Override
  public Observations denoise(Observations seen) {
    if (seen.observedSize() != weights.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The series has %d channels and the denoiser was trained on %d.",
              seen.observedSize(),
              weights.length));
    }
    int m = weights.length;
    double[] values = Arrays.copyOf(seen.values(), seen.values().length);
    double[] x = new double[before + after + 1];
    for (int t = 0; t < seen.steps(); t++) {
      for (int i = 0; i < m; i++) {
        boolean measured = !Double.isNaN(values[t * m + i]);
        if (measured && neighbours(seen, t, i, means[i], before, after, x)) {
          values[t * m + i] = means[i] + Matrices.dot(weights[i], 0, x, 0, x.length);
        }
      }
    }
    return seen.withValues(values);
  }
}
