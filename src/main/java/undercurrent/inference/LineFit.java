package undercurrent.inference;

import undercurrent.series.NumberWords;

/**
 * A straight line through points, by least squares: y ≈ offset + slope · x.
 *
 * @param share of the variance of y that it explains, R²
 * @param error the root mean squared error
 */
public record LineFit(double offset, double slope, double share, double error) {
  /** Of the pairs whose y is known; NaN where there are fewer than two. */
  public static LineFit of(double[] x, double[] y) {
    int count = 0;
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      if (!NumberWords.isAvailable(y[i])) continue;
      count++;
      meanX += x[i];
      meanY += y[i];
    }
    meanX /= count;
    meanY /= count;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      if (!NumberWords.isAvailable(y[i])) continue;
      double dx = x[i] - meanX;
      double dy = y[i] - meanY;
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }
    double slope = xx == 0 ? 0 : xy / xx;
    double left = Math.max(0, yy - slope * xy);
    double share = count < 2 || yy == 0 ? Double.NaN : 1 - left / yy;
    double error = count < 2 ? Double.NaN : Math.sqrt(left / count);
    return new LineFit(meanY - slope * meanX, slope, share, error);
  }

  /** What it gives for each x. */
  public double[] at(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) y[i] = offset + slope * x[i];
    return y;
  }
}
