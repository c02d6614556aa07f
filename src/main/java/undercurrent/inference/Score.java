package undercurrent.inference;

/**
 * How good something was against what was observed, for one channel; NaN where it does not apply.
 *
 * @param name "filtered", "smoothed", "predicted", "forecast", or what it is compared with:
 *     "predicted: persistence", "forecast: mean" …
 * @param channel name of the channel; of a track "position"
 * @param unit of rmse, mae, crps and interval; of a track "m"
 * @param rmse root mean squared error of the mean; of a track of the great-circle distance
 * @param mae mean absolute error of the median, which makes it smallest; of a track of the
 *     great-circle distance
 * @param crps continuous ranked probability score; of a track the mean of north and east; of 0 and
 *     1, and of categories, the Brier score, which has no unit
 * @param interval score of the band, {@link IntervalScore}, in the channel's unit; of a track none
 * @param coverage share of observations inside the band
 * @param level the share that should be inside
 * @param count how many observations were compared
 * @param pit how many observations had which probability below them, in {@value #BINS} equal
 *     stretches from 0 to 1: about as many each if the distributions are right; or empty
 */
public record Score(
    String name,
    String channel,
    String unit,
    double rmse,
    double mae,
    double crps,
    double interval,
    double coverage,
    double level,
    long count,
    long[] pit) {
  /** Into so many stretches of equal length [0, 1] is divided. */
  public static final int BINS = 10;

  /** Where the probabilities below observations are not known. */
  public static final long[] NO_BINS = {};

  /** Without the probabilities below observations. */
  public Score(
      String name,
      String channel,
      String unit,
      double rmse,
      double mae,
      double crps,
      double interval,
      double coverage,
      double level,
      long count) {
    this(name, channel, unit, rmse, mae, crps, interval, coverage, level, count, NO_BINS);
  }

  /** The energy score of all channels together, in the place of the CRPS that it generalises. */
  static Score energy(String name, double score, long count) {
    double none = Double.NaN;
    return new Score(
        name, "together", "standardised", none, none, score, none, none, none, count, NO_BINS);
  }

  /** The same under another name. */
  public Score named(String other) {
    return new Score(other, channel, unit, rmse, mae, crps, interval, coverage, level, count, pit);
  }

  /** Whether it is known how often which share was below the observation. */
  public boolean hasPit() {
    return java.util.Arrays.stream(pit).sum() > 0;
  }
}
