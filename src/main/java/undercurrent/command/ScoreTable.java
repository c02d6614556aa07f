package undercurrent.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import undercurrent.inference.FrameScore;
import undercurrent.inference.Score;
import undercurrent.inference.Scores;
import undercurrent.report.ScoreRows;
import undercurrent.series.NumberWords;

/** The scores as a table for people; of many channels the total and the worst of each kind. */
record ScoreTable(Scores scores) {
  void say(Console console) {
    console.say("Scores on the %s part:", scores.part().name().toLowerCase(Locale.ROOT));
    line(console, "", "channel", "RMSE", "MAE", "CRPS", "interval", "coverage");
    ScoreRows shown = ScoreRows.of(scores.list());
    for (ScoreRows.Row row : shown.rows()) line(console, row);
    for (FrameScore score : scores.frames()) {
      // A seasonal forecast needs a season, which a film may not have.
      if (!Double.isNaN(score.meanSquare())) console.say("  %s", words(score));
    }
    if (shown.isShort()) {
      console.say("  All %d scores are in scores.json.", scores.list().size());
    }
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

  private static void line(Console console, ScoreRows.Row row) {
    Score score = row.score();
    line(
        console,
        score.name(),
        row.channel(),
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
