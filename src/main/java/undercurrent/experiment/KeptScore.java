package undercurrent.experiment;

import java.util.List;
import undercurrent.inference.Score;

/**
 * How good a run is on what it was not trained on, as {@link Score} says it.
 *
 * @param name "predicted", "forecast" …
 * @param channel name of the channel
 */
public record KeptScore(
    String name, String channel, String unit, double rmse, double crps, double coverage) {
  /** More channels are not told one by one. */
  private static final int MOST = 200;

  /** Of the model itself, without what it is compared with. */
  public static List<KeptScore> of(List<Score> scores) {
    return scores.stream()
        .filter(s -> !s.name().contains(":"))
        .limit(MOST)
        .map(s -> new KeptScore(s.name(), s.channel(), s.unit(), s.rmse(), s.crps(), s.coverage()))
        .toList();
  }
}
