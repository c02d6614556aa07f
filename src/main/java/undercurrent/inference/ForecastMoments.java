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
    int size = mean.length == 0 ? 0 : mean[0].length;
    Band band =
        new Band(
            NumberRows.of(mean),
            new NumberRows(mean.length, size),
            new NumberRows(mean.length, size));
    for (int h = 0; h < mean.length; h++) {
      for (int d = 0; d < size; d++) {
        double reach = z * deviation[h][d];
        double low = mean[h][d] - reach;
        double high = mean[h][d] + reach;
        band.lower().set(h, d, isBinary ? Math.max(0, low) : low);
        band.upper().set(h, d, isBinary ? Math.min(1, high) : high);
      }
    }
    return band;
  }

  /** The deviation of one number, in the file's units after {@link #restore}. */
  double deviation(int h, int d) {
    return deviation[h][d];
  }
}
