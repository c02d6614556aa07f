package undercurrent.inference;

import java.util.Arrays;
import undercurrent.math.Quantiles;
import undercurrent.math.StandardNormal;
import undercurrent.model.EmittedRows;
import undercurrent.model.particle.Resampling;

/**
 * Equally likely points that stand for a weighted mixture of Gaussians in one dimension; from them
 * quantiles and the CRPS are read. Nothing is random: which component a point belongs to follows
 * systematic sampling, and where it lies in its component a sequence of low discrepancy.
 */
final class Points {
  private static final double GOLDEN = 0.6180339887498949;
  private final int[] component;
  private final double[] offset;
  private final double[] sorted;

  Points(int count) {
    component = new int[count];
    offset = new double[count];
    sorted = new double[count];
    for (int m = 0; m < count; m++) {
      double turns = 0.5 + m * GOLDEN;
      offset[m] = StandardNormal.quantile(turns - Math.floor(turns));
    }
  }

  /** Deals the points out to components by their weights, which sum to one. */
  Points weighted(double[] weights) {
    Resampling.systematic(weights, 0.5, component);
    return this;
  }

  /** Takes the Gaussians at {@code place, place + stride, …}; without deviations, single values. */
  void of(float[] mean, float @org.jspecify.annotations.Nullable [] sd, int stride, int place) {
    for (int m = 0; m < sorted.length; m++) {
      int at = component[m] * stride + place;
      sorted[m] = sd == null ? mean[at] : mean[at] + sd[at] * offset[m];
    }
    Arrays.sort(sorted);
  }

  /** Takes what the components show of a channel. */
  void of(EmittedRows emitted, int channel) {
    for (int m = 0; m < sorted.length; m++) {
      sorted[m] = emitted.shown(component[m], channel, offset[m]);
    }
    Arrays.sort(sorted);
  }

  /** Takes values as they are, one a point. */
  void of(double[] values) {
    System.arraycopy(values, 0, sorted, 0, sorted.length);
    Arrays.sort(sorted);
  }

  /** Writes the mean that is given, and the median and the central band of the points. */
  void into(Band band, int row, int place, double mean, double level) {
    band.mean().set(row, place, mean);
    band.lower().set(row, place, quantile((1 - level) / 2));
    band.upper().set(row, place, quantile((1 + level) / 2));
    band.median().set(row, place, quantile(0.5));
  }

  /** The value with a share p of the points below it. */
  double quantile(double p) {
    return Quantiles.of(sorted, p);
  }

  /**
   * The probability below what was observed, at random among points that are equal to it: (below +
   * v (equal + 1)) / (M + 1), uniform if the observation is drawn as the points are.
   *
   * @param v uniform in [0, 1)
   */
  double pit(double observed, double v) {
    int below = 0;
    int equal = 0;
    for (double point : sorted) {
      if (point < observed) below++;
      else if (point == observed) equal++;
    }
    return (below + v * (equal + 1)) / (sorted.length + 1);
  }

  /** A uniform number for each row and channel, of low discrepancy, for {@link #pit}. */
  static double share(int row, int channel) {
    double turns = 0.5 + GOLDEN * (row + 1) + 0.7548776662466927 * channel;
    return turns - Math.floor(turns);
  }

  /** See {@link BrierScore#ofCategories}. */
  double brier(double observed, double apart) {
    return BrierScore.ofCategories(sorted, observed, apart);
  }

  /** Continuous ranked probability score against what was observed: E|X − y| − ½E|X − X′|. */
  double crps(double observed) {
    return crps(observed, sorted.length);
  }

  /**
   * The same of points that are drawn: in the mean over draws it is the score of the distribution
   * that they are drawn from, since a point is not compared with itself (Ferro 2014).
   */
  double fairCrps(double observed) {
    return crps(observed, sorted.length - 1.0);
  }

  private double crps(double observed, double others) {
    double count = sorted.length;
    double distance = 0;
    double spread = 0;
    for (int m = 0; m < sorted.length; m++) {
      distance += Math.abs(sorted[m] - observed);
      spread += (2 * m - count + 1) * sorted[m];
    }
    return distance / count - spread / (count * others);
  }
}
