package undercurrent.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import undercurrent.inference.FrameScore;
import undercurrent.inference.Score;
import undercurrent.inference.Scores;
import undercurrent.series.NumberWords;

/** The scores as a table for people; of many channels the total and the worst of each kind. */
record ScoreTable(Scores scores) {
  /** More channels of one kind and unit are summarised. */
  private static final int MOST_CHANNELS = 10;

  private static final int WORST = 5;

  void say(Console console) {
    console.say("Scores on the %s part:", scores.part().name().toLowerCase(Locale.ROOT));
    line(console, "", "channel", "RMSE", "MAE", "CRPS", "interval", "coverage");
    Map<List<String>, List<Score>> groups = new LinkedHashMap<>();
    for (Score score : scores.list()) {
      groups
          .computeIfAbsent(List.of(score.name(), score.unit()), k -> new ArrayList<>())
          .add(score);
    }
    boolean isShort = false;
    for (List<Score> group : groups.values()) {
      if (group.size() <= MOST_CHANNELS) {
        for (Score score : group) line(console, score, score.channel());
        continue;
      }
      isShort = true;
      line(console, total(group), "all " + group.size());
      group.stream()
          .sorted(Comparator.comparingDouble(Score::rmse).reversed())
          .limit(WORST)
          .forEach(score -> line(console, score, "worst: " + score.channel()));
    }
    for (FrameScore score : scores.frames()) {
      // A seasonal forecast needs a season, which a film may not have.
      if (!Double.isNaN(score.meanSquare())) console.say("  %s", words(score));
    }
    if (isShort) {
      console.say("  All %d scores are in scores.json.", scores.list().size());
    }
  }

  /** Over the observations of all channels of one unit. */
  static Score total(List<Score> group) {
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

  /** "smoothed, frames: 0.6 % of the pixels wrong, mean squared error 0.0021, …". */
  private static String words(FrameScore score) {
    List<String> numbers = new ArrayList<>();
    if (!Double.isNaN(score.wrong())) {
      numbers.add(NumberWords.format("%.2f %% of the pixels wrong", 100 * score.wrong()));
    }
    numbers.add("mean squared error " + ScoreLines.number(score.meanSquare()));
    if (!Double.isNaN(score.correlation())) {
      numbers.add(NumberWords.format("cross-correlation %.3f", score.correlation()));
    }
    if (!Double.isNaN(score.similarity())) {
      numbers.add(NumberWords.format("structural similarity %.3f", score.similarity()));
    }
    return score.name() + ", frames: " + String.join(", ", numbers);
  }

  private static void line(Console console, Score score, String channel) {
    line(
        console,
        score.name(),
        channel + (score.unit().isEmpty() ? "" : " [" + score.unit() + "]"),
        ScoreLines.number(score.rmse()),
        ScoreLines.number(score.mae()),
        ScoreLines.number(score.crps()),
        ScoreLines.number(score.interval()),
        Double.isNaN(score.coverage())
            ? ""
            : NumberWords.format("%.1f %%", 100 * score.coverage()));
  }

  private static void line(Console console, Object... cells) {
    console.say("  %-32s %-16s %10s %10s %10s %10s %9s", cells);
  }
}
