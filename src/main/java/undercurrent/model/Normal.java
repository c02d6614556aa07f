package undercurrent.model;

import undercurrent.math.Tape;
import undercurrent.math.Value;

/**
 * Diagonal Gaussians on a tape, one a row.
 *
 * @param mean {@code [rows × size]} or one row for all
 * @param sd standard deviations (not variances), {@code [rows × size]} or one row for all
 */
public record Normal(Value mean, Value sd) implements EmissionDensity {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

  /** What was computed, such as a state that was drawn, is learned from as the mean is. */
  @Override
  public Value logDensity(Tape tape, Value x, Value mask) {
    Value all = tape.repeat(mean, x.rows());
    if (!x.hasGradient()) return tape.gaussianLogLikelihood(x, mask, all, sd);
    Value zero = tape.input(x.rows(), x.columns());
    return tape.gaussianLogLikelihood(zero, mask, tape.subtract(all, x), sd);
  }

  @Override
  public Normal moments(Tape tape) {
    return this;
  }

  @Override
  public double logDensity(int row, float[] x, float[] mask, int at) {
    double sum = 0;
    for (int d = 0; d < mean.columns(); d++) {
      if (mask[at + d] != 0) sum += logDensity(row, d, x[at + d]);
    }
    return sum;
  }

  /** The logarithm of a deviation that all rows share is taken once. */
  @Override
  public void logDensities(float[] x, float[] mask, int at, double[] out) {
    if (sd.rows() > 1) {
      EmissionDensity.super.logDensities(x, mask, at, out);
      return;
    }
    int size = mean.columns();
    double[] logSd = new double[size];
    for (int d = 0; d < size; d++) logSd[d] = StrictMath.log(sd.get(0, d));
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      for (int d = 0; d < size; d++) {
        if (mask[at + d] == 0) continue;
        double value = x[at + d];
        double standardised = (value - mean.get(i, d)) / sd.get(0, d);
        sum += -(0.5 * standardised * standardised + logSd[d] + HALF_LOG_TWO_PI);
      }
      out[i] = sum;
    }
  }

  /** log p of all numbers of a row, which stand in an array from a place on. */
  public double logDensity(int row, float[] x, int at) {
    double sum = 0;
    for (int d = 0; d < mean.columns(); d++) sum += logDensity(row, d, x[at + d]);
    return sum;
  }

  private double logDensity(int row, int channel, double x) {
    double deviation = sd(row, channel);
    double standardised = (x - mean.get(row, channel)) / deviation;
    return -(0.5 * standardised * standardised + StrictMath.log(deviation) + HALF_LOG_TWO_PI);
  }

  @Override
  public double draw(int row, int channel, double noise) {
    return mean.get(row, channel) + sd(row, channel) * noise;
  }

  private double sd(int row, int channel) {
    return sd.get(sd.rows() == 1 ? 0 : row, channel);
  }
}
