package undercurrent.inference;

import undercurrent.math.StandardNormal;
import undercurrent.model.exact.LinearPosterior;

/**
 * The continuous ranked probability score of each row of an exact estimate, in the channels' units,
 * of a track in metres north and east; NaN where nothing was seen or nothing is known.
 */
final class ExactCrps {
  private static final int QUANTILES = 200;
  private final LinearPosterior model;
  private final int series;
  private final int first;
  private final NumberRows mean;
  private final NumberRows deviation;
  private final int size;
  private final NumberRows middle;
  private final NumberRows higher;
  private final NumberRows pit;

  /** Of the rows from {@code first} on, with means and deviations in the model's units. */
  ExactCrps(LinearPosterior model, int series, int first, NumberRows mean, NumberRows deviation) {
    this.model = model;
    this.series = series;
    this.first = first;
    this.mean = mean;
    this.deviation = deviation;
    size = model.dataset().observationSize();
    middle = quantile(0);
    higher = quantile(1);
    pit = below();
  }

  NumberRows all() {
    NumberRows crps = new NumberRows(mean.length(), size);
    boolean other = false;
    for (int d = 0; d < size; d++) {
      double lambda = model.transform(d).lambda();
      other |= isOther(d);
      if (isOther(d)) continue;
      for (int i = 0; i < mean.length(); i++) {
        double x = model.observed(series, first + i, d);
        double at = lambda == 1 ? middle.at(i, d) : Math.log(middle.at(i, d));
        double above = lambda == 1 ? higher.at(i, d) : Math.log(higher.at(i, d));
        crps.set(
            i,
            d,
            lambda == 1
                ? Crps.normal(at, above - at, x, pit.at(i, d))
                : Crps.logNormal(at, above - at, x));
      }
    }
    if (other) addLosses(crps);
    return crps;
  }

  /** The probability below each observation; NaN for transforms that are neither of the two. */
  NumberRows pit() {
    return pit;
  }

  private NumberRows below() {
    NumberRows below = new NumberRows(mean.length(), size);
    for (int d = 0; d < size; d++) {
      boolean isLog = model.transform(d).lambda() == 0;
      for (int i = 0; i < mean.length(); i++) {
        double x = model.observed(series, first + i, d);
        double at = isLog ? Math.log(middle.at(i, d)) : middle.at(i, d);
        double above = isLog ? Math.log(higher.at(i, d)) : higher.at(i, d);
        double z = ((isLog ? Math.log(x) : x) - at) / (above - at);
        below.set(i, d, isOther(d) || Double.isNaN(z) ? Double.NaN : StandardNormal.cumulative(z));
      }
    }
    return below;
  }

  /** Whether a channel's transform is neither none nor the logarithm. */
  private boolean isOther(int place) {
    double lambda = model.transform(place).lambda();
    return lambda != 0 && lambda != 1;
  }

  /**
   * The mean of the quantiles' losses, which needs no more than quantiles and so suits every
   * transform (Gneiting and Ranjan 2011, equation 14).
   */
  private void addLosses(NumberRows crps) {
    for (int q = 0; q < QUANTILES; q++) {
      double p = (q + 0.5) / QUANTILES;
      NumberRows quantiles = quantile(StandardNormal.quantile(p));
      for (int d = 0; d < size; d++) {
        if (!isOther(d)) continue;
        for (int i = 0; i < crps.length(); i++) {
          double above = model.observed(series, first + i, d) - quantiles.at(i, d);
          double loss = 2 * above * (above > 0 ? p : p - 1) / QUANTILES;
          crps.set(i, d, crps.at(i, d) + loss);
        }
      }
    }
  }

  /** So many deviations above the mean, in units of the errors. */
  private NumberRows quantile(double z) {
    return mean.map(
        (from, rows) -> {
          for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < size; d++) rows[i][d] += z * deviation.at(from + i, d);
          }
          return model.comparable(series, first + from, rows);
        });
  }
}
