package undercurrent.inference;

import undercurrent.series.FrameShape;

/**
 * The index of Wang, Bovik, Sheikh and Simoncelli (2004) with Gaussian windows of 11 × 11 pixels
 * and a deviation of 1.5, in smaller frames of the largest odd size that they hold:
 *
 * <pre>
 *   (2 μx μy + C₁)(2 σxy + C₂) / ((μx² + μy² + C₁)(σx² + σy² + C₂))   C₁ = (0.01 L)²   C₂ = (0.03 L)²
 * </pre>
 */
final class StructuralSimilarity {
  private static final int WINDOW = 11;
  private static final double DEVIATION = 1.5;
  private static final double FIRST = 0.01;
  private static final double SECOND = 0.03;
  private final FrameShape shape;
  private final double[] weights;
  private final int height;
  private final int width;

  private StructuralSimilarity(FrameShape shape) {
    this.shape = shape;
    int shortest = Math.min(shape.height(), shape.width());
    int window = Math.min(WINDOW, shortest % 2 == 0 ? shortest - 1 : shortest);
    weights = new double[Math.max(1, window)];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double x = (i - weights.length / 2) / DEVIATION;
      weights[i] = StrictMath.exp(-0.5 * x * x);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) weights[i] /= sum;
    height = shape.height() - weights.length + 1;
    width = shape.width() - weights.length + 1;
  }

  static double of(FrameShape shape, double[] frame, double[] other, double range) {
    StructuralSimilarity index = new StructuralSimilarity(shape);
    double sum = 0;
    int count = 0;
    double c1 = FIRST * range * FIRST * range;
    double c2 = SECOND * range * SECOND * range;
    for (int c = 0; c < shape.channels(); c++) {
      double[] x = index.channel(frame, c);
      double[] y = index.channel(other, c);
      double[] meanX = index.blurred(x, x, false);
      double[] meanY = index.blurred(y, y, false);
      double[] xx = index.blurred(x, x, true);
      double[] yy = index.blurred(y, y, true);
      double[] xy = index.blurred(x, y, true);
      for (int i = 0; i < meanX.length; i++) {
        double both = meanX[i] * meanY[i];
        double squares = meanX[i] * meanX[i] + meanY[i] * meanY[i];
        double near = (2 * both + c1) * (2 * (xy[i] - both) + c2);
        double value = near / ((squares + c1) * (xx[i] + yy[i] - squares + c2));
        if (Double.isNaN(value)) continue;
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private double[] channel(double[] frame, int channel) {
    double[] one = new double[shape.height() * shape.width()];
    for (int i = 0; i < one.length; i++) one[i] = frame[i * shape.channels() + channel];
    return one;
  }

  /** The weighted mean of x, or of x·y, in each window: along rows, then along columns. */
  private double[] blurred(double[] x, double[] y, boolean isProduct) {
    double[] across = new double[shape.height() * width];
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < width; column++) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
          int at = row * shape.width() + column + k;
          sum += weights[k] * (isProduct ? x[at] * y[at] : x[at]);
        }
        across[row * width + column] = sum;
      }
    }
    double[] out = new double[height * width];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * across[(row + k) * width + column];
        }
        out[row * width + column] = sum;
      }
    }
    return out;
  }
}
