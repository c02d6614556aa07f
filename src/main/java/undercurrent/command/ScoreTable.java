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
  private static final int NAME = 32;
  private static final int COVERAGE = 9;

  void say(Console console) {
    console.line(Words.of("scoreTable.scored", Words.part(scores.part())));
    ScoreRows shown = ScoreRows.of(scores.list());
    String form = form(shown);
    console.say(
        form,
        "",
        Words.of("scoreTable.channel"),
        "RMSE",
        "MAE",
        "CRPS",
        Words.of("scoreTable.interval"),
        Words.of("scoreTable.coverage"));
    for (ScoreRows.Row row : shown.rows()) console.say(form, cells(row));
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

  private static Object[] cells(ScoreRows.Row row) {
    Score score = row.score();
    return new Object[] {
      ModelNames.of(score.name()),
      row.channel(),
      ScoreLines.number(score.rmse()),
      ScoreLines.number(score.mae()),
      ScoreLines.number(score.crps()),
      ScoreLines.number(score.interval()),
      ScoreLines.percent(score.coverage())
    };
  }

  /** Names and headings are not as long in each language. */
  private static String form(ScoreRows shown) {
    int name = NAME;
    for (ScoreRows.Row row : shown.rows()) {
      name = Math.max(name, ModelNames.of(row.score().name()).length());
    }
    int coverage = Math.max(COVERAGE, Words.of("scoreTable.coverage").length());
    return "  %-" + name + "s %-16s %10s %10s %10s %10s %" + coverage + "s";
  }
}
