package undercurrent.inference;

import undercurrent.math.StandardNormal;
import undercurrent.model.EmittedRows;
import undercurrent.series.Preparation;

/** Bands of the forecast of a wide series by the moments of its paths. */
final class ForecastMoments {
  private final boolean isBinary;
  private final MixtureMoments moments;
  private final double z;
  private final double[] weights;

  /** {@code [H][D]} in the model's units, and after {@link #restore} in the file's. */
  private final double[][] deviation;

  /**
   * @param size D
   * @param isBinary whether values are 0 and 1, of which bands are those of probabilities
   */
  ForecastMoments(int horizon, int size, int paths, double level, boolean isBinary) {
    this.isBinary = isBinary;
    moments = new MixtureMoments(size);
    z = StandardNormal.quantile((1 + level) / 2);
    weights = Forecaster.equal(paths);
    deviation = new double[horizon][size];
  }

  /** Sets row h from what all paths emit. */
  void set(int h, EmittedRows emitted) {
    moments.of(weights, emitted, isBinary);
    for (int d = 0; d < deviation[h].length; d++) deviation[h][d] = moments.deviation(d);
  }

  /** From now on in the file's units. */
  ForecastMoments restore(Preparation preparation) {
    for (double[] row : deviation) {
      for (int d = 0; d < row.length; d++) row[d] *= preparation.scale(d);
    }
    return this;
  }

  /** The band around means, {@code [H][D]}. */
  Band band(double[][] mean) {
    Band band = new Band(mean, new double[mean.length][], new double[mean.length][]);
    for (int h = 0; h < mean.length; h++) {
      band.lower()[h] = new double[mean[h].length];
      band.upper()[h] = new double[mean[h].length];
      for (int d = 0; d < mean[h].length; d++) {
        double reach = z * deviation[h][d];
        band.lower()[h][d] = isBinary ? Math.max(0, mean[h][d] - reach) : mean[h][d] - reach;
        band.upper()[h][d] = isBinary ? Math.min(1, mean[h][d] + reach) : mean[h][d] + reach;
      }
    }
    return band;
  }

  /** The deviation of one number, in the file's units after {@link #restore}. */
  double deviation(int h, int d) {
    return deviation[h][d];
  }
}
