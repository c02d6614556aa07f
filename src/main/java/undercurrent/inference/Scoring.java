package undercurrent.inference;

import undercurrent.math.StandardNormal;
import undercurrent.model.EmittedRows;

/** How estimates are compared with what was observed, by what the values of a channel are. */
enum Scoring {
  /**
   * 0 or 1. Points are probabilities: their mean is scored, and the share of them that lies below
   * an observation means nothing.
   */
  BINARY,

  /** Codes of categories. */
  CATEGORICAL,

  /** Real numbers and counts. */
  NUMERIC;

  /**
   * @param isBinary whether the observed channels of the data are 0 or 1
   */
  static Scoring of(boolean isBinary, EmittedRows emitted) {
    if (isBinary) return BINARY;
    return emitted.isOfCategories() ? CATEGORICAL : NUMERIC;
  }

  /**
   * The Brier score, or of numbers the continuous ranked probability score in the channel's unit.
   *
   * @param mean of the points
   * @param scale how many units of the channel one unit of the points is
   * @param areDrawn whether the points are draws from what is scored, and not quantiles of it
   */
  double score(Points points, double mean, double observed, double scale, boolean areDrawn) {
    return switch (this) {
      case BINARY -> BrierScore.of(mean, observed);
      case CATEGORICAL -> points.brier(observed, 0.5 / scale);
      case NUMERIC -> scale * (areDrawn ? points.fairCrps(observed) : points.crps(observed));
    };
  }

  /** {@link Points#pit}; NaN where it means nothing. */
  double pit(Points points, double observed, double share) {
    return this == BINARY ? Double.NaN : points.pit(observed, share);
  }

  /**
   * The Brier score of a mean, or of numbers the continuous ranked probability score of a normal
   * distribution in the channel's unit; categories have no moments.
   *
   * @param scale how many units of the channel one unit of the distribution is
   */
  double score(double mean, double deviation, double observed, double scale) {
    return this == BINARY
        ? BrierScore.of(mean, observed)
        : scale * Crps.normal(mean, deviation, observed);
  }

  /**
   * The probability of a normal distribution below what was observed; NaN where it is not known.
   */
  double pit(double mean, double deviation, double observed) {
    return this == BINARY ? Double.NaN : StandardNormal.cumulative((observed - mean) / deviation);
  }
}
