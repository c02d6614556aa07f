package undercurrent.inference;

/**
 * How good something was against what was observed, for one channel; NaN where it does not apply.
 *
 * @param name "filtered", "smoothed", "predicted", "forecast", or what it is compared with:
 *     "predicted: persistence", "forecast: mean" …
 * @param channel name of the channel; of a track "position"
 * @param unit of rmse and crps; of a track "m"
 * @param rmse root mean squared error of the mean; of a track of the great-circle distance
 * @param mae mean absolute error of the median, which makes it smallest; of a track of the
 *     great-circle distance
 * @param crps continuous ranked probability score; of a track the mean of north and east
 * @param coverage share of observations inside the band
 * @param level the share that should be inside
 * @param count how many observations were compared
 */
public record Score(
    String name,
    String channel,
    String unit,
    double rmse,
    double mae,
    double crps,
    double coverage,
    double level,
    long count) {}
