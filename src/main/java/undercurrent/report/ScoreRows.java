package undercurrent.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import undercurrent.inference.Score;

/**
 * The scores as tables for people show them: of many channels the total and the worst of each kind.
 *
 * @param isShort whether channels are left out
 */
public record ScoreRows(List<Row> rows, boolean isShort) {
  /** More channels of one kind and unit are summarised. */
  private static final int MOST_CHANNELS = 10;

  private static final int WORST = 5;

  /**
   * A row.
   *
   * @param channel with its unit, and which of many it is
   */
  public record Row(Score score, String channel) {
    private static Row of(Score score, String channel) {
      return new Row(score, channel + (score.unit().isEmpty() ? "" : " [" + score.unit() + "]"));
    }
  }

  public ScoreRows {
    rows = List.copyOf(rows);
  }

  /** Of all scores of a model. */
  public static ScoreRows of(List<Score> scores) {
    Map<List<String>, List<Score>> groups = new LinkedHashMap<>();
    for (Score score : scores) {
      groups
          .computeIfAbsent(List.of(score.name(), score.unit()), k -> new ArrayList<>())
          .add(score);
    }
    List<Row> rows = new ArrayList<>();
    boolean isShort = false;
    for (List<Score> group : groups.values()) {
      if (group.size() <= MOST_CHANNELS) {
        for (Score score : group) rows.add(Row.of(score, score.channel()));
        continue;
      }
      isShort = true;
      rows.add(Row.of(total(group), ReportWords.of("scoreRows.all", group.size())));
      group.stream()
          .sorted(Comparator.comparingDouble(Score::rmse).reversed())
          .limit(WORST)
          .forEach(
              score -> rows.add(Row.of(score, ReportWords.of("scoreRows.worst", score.channel()))));
    }
    return new ScoreRows(rows, isShort);
  }

  /** Over the observations of all channels of one unit. */
  public static Score total(List<Score> group) {
    Score first = group.getFirst();
    return new Score(
        first.name(),
        "all",
        first.unit(),
        Math.sqrt(mean(group, s -> s.rmse() * s.rmse())),
        mean(group, Score::mae),
        mean(group, Score::crps),
        mean(group, Score::interval),
        mean(group, Score::coverage),
        first.level(),
        group.stream().mapToLong(Score::count).sum());
  }

  private static double mean(List<Score> group, ToDoubleFunction<Score> value) {
    double sum = 0;
    long count = 0;
    for (Score score : group) {
      sum += score.count() * value.applyAsDouble(score);
      count += score.count();
    }
    return sum / count;
  }
}
