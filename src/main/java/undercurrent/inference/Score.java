package undercurrent.inference;

/**
 * How good something was against what was observed; NaN where it does not apply.
 *
 * @param name "filtered", "smoothed", "predicted", "forecast", "persistence", "mean", "constant
 *     velocity" …
 * @param rmse root mean squared error in the file's units (of a track: metres)
 * @param crps continuous ranked probability score, same units
 * @param coverage share of observations inside the band
 * @param level the share that should be inside
 * @param count how many observations were compared
 */
public record Score(
    String name, double rmse, double crps, double coverage, double level, long count) {}
