package undercurrent.command;

import java.util.ArrayList;
import java.util.List;
import undercurrent.inference.FilteringBound;
import undercurrent.inference.ImportanceBound;
import undercurrent.inference.LeadError;
import undercurrent.report.ScoreReport;
import undercurrent.series.NumberWords;
import undercurrent.series.Part;

/** The scores of a trained model as a table for people. */
record ScoreLines(ScoreReport report) {
  private static final double SECONDS_AN_HOUR = 3600;

  /** A table for people. */
  void say(Console console) {
    console.line(criterion());
    report.importance().ifPresent(bound -> console.line(importance(bound)));
    report.filtering().ifPresent(bound -> console.line(filtering(bound)));
    if (report.isLikelihoodDrawn()) {
      console.line(
          Words.of(
              "scoreLines.likelihood",
              part(),
              fixed(report.scores().logLikelihood()),
              error(report.scores().logLikelihoodError())));
    }
    report
        .trained()
        .estimator()
        .noise()
        .ifPresent(
            n ->
                console.line(
                    Words.of("scoreLines.noise", number(n.motion()), number(n.observation()))));
    report
        .trained()
        .estimator()
        .parameters()
        .ifPresent(
            learned -> {
              List<String> named = new ArrayList<>();
              learned.values().forEach((name, value) -> named.add(name + " " + number(value)));
              console.line(Words.of("scoreLines.parameters", String.join(", ", named)));
            });
    report
        .diagnosis()
        .ifPresent(d -> new DiagnosisLines(report.trained().dataset().source(), d).say(console));
    new ScoreTable(report.scores()).say(console);
    console.notes(
        report.notes().subList(report.experiment().notes().size(), report.notes().size()));
    report
        .trained()
        .findings()
        .filters()
        .ifPresent(filters -> new FilterLines(filters).say(console));
    for (LeadError lead : report.scores().leads()) {
      if (lead.count() == 0) continue;
      console.say("  %s", words(lead));
    }
  }

  /** How far off positions are, and how often the cone was right, where there is one. */
  private String words(LeadError lead) {
    return Words.of(
        Double.isNaN(lead.coverage()) ? "scoreLines.lead" : "scoreLines.cone",
        ahead(lead),
        NumberWords.format("%.1f", lead.model()),
        NumberWords.format("%.1f", lead.constantVelocity()),
        NumberWords.format("%.1f", lead.persistence()),
        NumberWords.format("%.0f", 100 * report.trained().estimator().level()),
        NumberWords.format("%.0f", 100 * lead.coverage()));
  }

  /** "6 h", "10 min", or where no clock is known "4 steps". */
  static String ahead(LeadError lead) {
    double hours = lead.hours();
    if (!(hours > 0) || !Double.isFinite(hours)) return NumberWords.count(lead.steps(), "step");
    if (hours >= 1) return NumberWords.of(hours) + " h";
    double seconds = Math.rint(hours * SECONDS_AN_HOUR);
    return seconds >= 60 ? NumberWords.of(seconds / 60) + " min" : NumberWords.of(seconds) + " s";
  }

  private String criterion() {
    StringBuilder bounds = new StringBuilder(report.criterion().heading());
    for (Part part : Part.values()) {
      double value = report.criterion().reported(report.bound(part));
      if (Double.isNaN(value)) continue;
      bounds.append("  ").append(Words.of("scoreLines.part." + part));
      bounds.append(' ').append(fixed(value));
      double error = report.measured(part).standardError();
      if (Double.isFinite(error)) bounds.append(" ± ").append(error(error));
    }
    return bounds.toString();
  }

  private String importance(ImportanceBound bound) {
    return Words.of(
        "scoreLines.importance",
        part(),
        bound.samples(),
        fixed(bound.elboPerStep()),
        fixed(bound.elboPerSequence()),
        fixed(bound.perStep()),
        error(bound.standardError()));
  }

  private static String filtering(FilteringBound bound) {
    return Words.of(
        bound.isWhole() ? "scoreLines.filtering" : "scoreLines.filteringOfFirst",
        bound.particles(),
        fixed(bound.perStep()),
        error(bound.standardError()),
        NumberWords.count(bound.sequences().size(), "sequence"));
  }

  /** Of the data that are scored. */
  private String part() {
    return Words.part(report.scores().part());
  }

  private static String fixed(double value) {
    return NumberWords.format("%.4f", value);
  }

  private static String error(double value) {
    return NumberWords.format("%.2g", value);
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "" : NumberWords.format("%.1f %%", 100 * share);
  }

  static String number(double value) {
    return Double.isNaN(value) ? "" : NumberWords.format("%.4g", value);
  }
}
