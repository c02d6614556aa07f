package undercurrent.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.experiment.Backtest;
import undercurrent.figure.CsvText;
import undercurrent.inference.Estimate;
import undercurrent.inference.HorizonScore;
import undercurrent.inference.ModelNames;
import undercurrent.output.WholeFile;
import undercurrent.report.JsonText;
import undercurrent.series.NumberWords;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/** The errors of a backtest as tables, as JSON and for people. */
record BacktestReport(Backtest backtest, Backtest.Result result) {
  /** The channels that were forecast, in their order. */
  List<String> channels() {
    return result.scores().stream().map(HorizonScore::channel).distinct().toList();
  }

  /** Writes {@code backtest.csv}, {@code forecasts.csv} and {@code backtest.json}. */
  void write(Path folder) throws IOException {
    WholeFile.write(folder.resolve("backtest.csv"), errors());
    WholeFile.write(folder.resolve("forecasts.csv"), forecasts());
    WholeFile.write(folder.resolve("backtest.json"), JsonText.of(json()) + "\n");
  }

  private String errors() throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter table = CsvWriter.builder().build(text)) {
      table.writeRecord("channel", "steps", "method", "mae", "rmse", "coverage", "count");
      for (HorizonScore score : result.scores()) {
        table.writeRecord(
            CsvText.of(score.channel()),
            score.steps() == HorizonScore.ALL ? "all" : Integer.toString(score.steps()),
            score.method(),
            number(score.mae()),
            number(score.rmse()),
            number(score.coverage()),
            Integer.toString(score.count()));
      }
    }
    return text.toString();
  }

  private String forecasts() throws IOException {
    SeriesSet set = result.set();
    int[] observed = set.observedChannels();
    StringWriter text = new StringWriter();
    try (CsvWriter table = CsvWriter.builder().build(text)) {
      table.writeRecord(
          "series", "seen", "steps", "time", "channel", "observed", "mean", "lower", "upper");
      for (Estimate forecast : result.forecasts()) {
        Series series = set.series().get(forecast.series());
        for (int h = 0; h < forecast.length(); h++) {
          int row = forecast.from() + h;
          for (int d = 0; d < observed.length; d++) {
            table.writeRecord(
                CsvText.of(set.series().get(forecast.series()).name()),
                Integer.toString(forecast.from()),
                Integer.toString(h + 1),
                number(forecast.times()[h]),
                CsvText.of(set.channels().get(observed[d]).name()),
                number(row < series.length() ? series.value(row, observed[d]) : Double.NaN),
                number(forecast.observation().mean().at(h, d)),
                number(forecast.observation().lower().at(h, d)),
                number(forecast.observation().upper().at(h, d)));
          }
        }
      }
    }
    return text.toString();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  ObjectNode json() {
    ObjectNode root = JsonText.JSON.createObjectNode();
    root.put("data", result.set().name());
    root.set("modelSettings", JsonText.JSON.valueToTree(backtest.start().model().values()));
    root.put("origins", backtest.origins()).put("horizon", backtest.horizon());
    root.put("every", backtest.every()).put("refits", backtest.refits());
    root.put("level", backtest.level());
    ArrayNode notes = root.putArray("notes");
    result.notes().forEach(notes::add);
    ArrayNode scores = root.putArray("scores");
    for (HorizonScore score : result.scores()) {
      ObjectNode one = scores.addObject();
      one.put("channel", score.channel()).put("unit", score.unit());
      if (score.steps() == HorizonScore.ALL) one.put("steps", "all");
      else one.put("steps", score.steps());
      one.put("method", score.method());
      JsonText.put(one, "mae", score.mae());
      JsonText.put(one, "rmse", score.rmse());
      JsonText.put(one, "coverage", score.coverage());
      one.put("count", score.count());
    }
    return root;
  }

  void say(Console console) {
    console.notes(result.notes());
    console.line(
        Words.of(
            backtest.refits() ? "backtestReport.refitted" : "backtestReport.filtered",
            NumberWords.count(backtest.origins(), "origin"),
            backtest.horizon()));
    for (String channel : channels()) say(console, channel);
  }

  private void say(Console console, String channel) {
    List<HorizonScore> own =
        result.scores().stream().filter(s -> s.channel().equals(channel)).toList();
    List<String> methods = own.stream().map(HorizonScore::method).distinct().toList();
    String unit = own.getFirst().unit();
    console.say("%s%s", channel, unit.isEmpty() ? "" : " [" + unit + "]");
    StringBuilder heading =
        new StringBuilder(NumberWords.format("  %8s", Words.of("backtestReport.steps")));
    for (String method : methods) {
      heading.append(NumberWords.format(" %17s", ModelNames.of(method)));
    }
    String coverage = Words.of("scoreTable.coverage");
    String end = " %" + Math.max(10, coverage.length()) + "s %7s";
    console.say("%s" + end, heading, coverage, Words.of("backtestReport.count"));
    for (int steps = 1; steps <= backtest.horizon() + 1; steps++) {
      // All together stand below.
      int wanted = steps > backtest.horizon() ? HorizonScore.ALL : steps;
      List<HorizonScore> row = own.stream().filter(s -> s.steps() == wanted).toList();
      if (row.isEmpty()) continue;
      String name =
          wanted == HorizonScore.ALL ? Words.of("backtestReport.all") : Integer.toString(wanted);
      StringBuilder line = new StringBuilder(NumberWords.format("  %8s", name));
      for (HorizonScore score : row) {
        line.append(NumberWords.format(" %17s", ScoreLines.number(score.rmse())));
      }
      console.say(
          "%s" + end, line, ScoreLines.percent(row.getFirst().coverage()), row.getFirst().count());
    }
  }
}
