package undercurrent.command;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.FrameScore;
import undercurrent.inference.ModelNames;
import undercurrent.inference.Score;
import undercurrent.inference.Scores;
import undercurrent.report.ScoreRows;
import undercurrent.series.NumberWords;

/** The scores as a table for people; of many channels the total and the worst of each kind. */
record ScoreTable(Scores scores) {
  void say(Console console) {
    console.line(Words.of("scoreTable.scored", Words.part(scores.part())));
    line(
        console,
        "",
        Words.of("scoreTable.channel"),
        "RMSE",
        "MAE",
        "CRPS",
        Words.of("scoreTable.interval"),
        Words.of("scoreTable.coverage"));
    ScoreRows shown = ScoreRows.of(scores.list());
    for (ScoreRows.Row row : shown.rows()) line(console, row);
    for (FrameScore score : scores.frames()) {
      // A seasonal forecast needs a season, which a film may not have.
      if (!Double.isNaN(score.meanSquare())) console.say("  %s", words(score));
    }
    if (shown.isShort()) {
      console.say("  %s", Words.of("scoreTable.file", scores.list().size()));
    }
  }

  /** "smoothed, frames: 0.6 % of the pixels wrong, mean squared error 0.0021, …". */
  private static String words(FrameScore score) {
    List<String> numbers = new ArrayList<>();
    if (!Double.isNaN(score.wrong())) {
      numbers.add(Words.of("scoreTable.pixels", NumberWords.format("%.2f", 100 * score.wrong())));
    }
    numbers.add(Words.of("scoreTable.meanSquare", ScoreLines.number(score.meanSquare())));
    if (!Double.isNaN(score.correlation())) {
      numbers.add(
          Words.of("scoreTable.correlation", NumberWords.format("%.3f", score.correlation())));
    }
    if (!Double.isNaN(score.similarity())) {
      numbers.add(
          Words.of("scoreTable.similarity", NumberWords.format("%.3f", score.similarity())));
    }
    return Words.of("scoreTable.frames", ModelNames.of(score.name()), String.join(", ", numbers));
  }

  private static void line(Console console, ScoreRows.Row row) {
    Score score = row.score();
    line(
        console,
        ModelNames.of(score.name()),
        row.channel(),
        ScoreLines.number(score.rmse()),
        ScoreLines.number(score.mae()),
        ScoreLines.number(score.crps()),
        ScoreLines.number(score.interval()),
        ScoreLines.percent(score.coverage()));
  }

  private static void line(Console console, Object... cells) {
    int last = Math.max(9, Words.of("scoreTable.coverage").length());
    console.say("  %-32s %-16s %10s %10s %10s %10s %" + last + "s", cells);
  }
}
