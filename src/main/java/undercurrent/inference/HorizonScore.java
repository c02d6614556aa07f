package undercurrent.inference;

/**
 * How good forecasts from several origins are, so many steps ahead; or over all steps.
 *
 * @param channel that was forecast; "position" of a track
 * @param unit of the errors
 * @param steps ahead, {@link #ALL} for all of them together
 * @param method the model, or a forecast that needs none
 * @param coverage the share of the values inside the band; NaN where there is no band
 * @param count of the values that were compared
 */
public record HorizonScore(
    String channel,
    String unit,
    int steps,
    String method,
    double mae,
    double rmse,
    double coverage,
    int count) {
  /** Stands for all steps together. */
  public static final int ALL = 0;

  /** The name of the position of a track among the channels. */
  public static final String POSITION = "position";

  /** The name of the model among the methods. */
  public static final String MODEL = "model";
}
