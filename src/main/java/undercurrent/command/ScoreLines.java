package undercurrent.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import undercurrent.inference.LeadError;
import undercurrent.report.ScoreReport;
import undercurrent.series.NumberWords;
import undercurrent.series.Part;

/** The scores of a trained model as a table for people. */
record ScoreLines(ScoreReport report) {
  private static final double SECONDS_AN_HOUR = 3600;

  /** A table for people. */
  void say(Console console) {
    console.say("%s", boundsInWords());
    report
        .trained()
        .estimator()
        .noise()
        .ifPresent(
            n ->
                console.say(
                    "Noise: motion %s, observation %s.",
                    number(n.motion()), number(n.observation())));
    report
        .trained()
        .estimator()
        .parameters()
        .ifPresent(
            learned -> {
              List<String> named = new ArrayList<>();
              learned.values().forEach((name, value) -> named.add(name + " " + number(value)));
              console.say("Parameters: %s.", String.join(", ", named));
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
      console.say(
          "  %s ahead: %.1f km (constant velocity %.1f km, stay put %.1f km)%s",
          ahead(lead), lead.model(), lead.constantVelocity(), lead.persistence(), cone(lead));
    }
  }

  /** How often the cone was right, where there is one. */
  private String cone(LeadError lead) {
    if (Double.isNaN(lead.coverage())) return "";
    return NumberWords.format(
        ", %.0f %% cone right in %.0f %%",
        100 * report.trained().estimator().level(), 100 * lead.coverage());
  }

  /** "6 h", "10 min", or where no clock is known "4 steps". */
  static String ahead(LeadError lead) {
    double hours = lead.hours();
    if (!(hours > 0) || !Double.isFinite(hours)) return NumberWords.count(lead.steps(), "step");
    if (hours >= 1) return NumberWords.of(hours) + " h";
    double seconds = Math.rint(hours * SECONDS_AN_HOUR);
    return seconds >= 60 ? NumberWords.of(seconds / 60) + " min" : NumberWords.of(seconds) + " s";
  }

  private String boundsInWords() {
    StringBuilder bounds = new StringBuilder(report.criterion().heading());
    for (Part part : Part.values()) {
      double value = report.criterion().reported(report.bound(part));
      if (Double.isNaN(value)) continue;
      bounds.append("  ").append(part.name().toLowerCase(Locale.ROOT));
      bounds.append(NumberWords.format(" %.4f", value));
      double error = report.measured(part).standardError();
      if (Double.isFinite(error)) bounds.append(NumberWords.format(" ± %.2g", error));
    }
    report
        .importance()
        .ifPresent(
            bound ->
                bounds.append(
                    NumberWords.format(
                        "%nBounds of the %s part by %d paths a sequence: ELBO %.4f (mean over"
                            + " sequences %.4f), importance-sampled %.4f ± %.2g",
                        report.scores().part().name().toLowerCase(Locale.ROOT),
                        bound.samples(),
                        bound.elboPerStep(),
                        bound.elboPerSequence(),
                        bound.perStep(),
                        bound.standardError())));
    report
        .filtering()
        .ifPresent(
            bound ->
                bounds.append(
                    NumberWords.format(
                        "%nBound by %d particles of the inference network (FIVO)%s: %.4f ± %.2g",
                        bound.particles(),
                        bound.isWhole()
                            ? ""
                            : " of the first "
                                + NumberWords.count(bound.sequences().size(), "sequence"),
                        bound.perStep(),
                        bound.standardError())));
    if (report.isLikelihoodDrawn()) {
      bounds.append(
          NumberWords.format(
              "%nLog-likelihood per time step of the %s part, by particles: %.4f ± %.2g",
              report.scores().part().name().toLowerCase(Locale.ROOT),
              report.scores().logLikelihood(),
              report.scores().logLikelihoodError()));
    }
    return bounds.toString();
  }

  static String number(double value) {
    return Double.isNaN(value) ? "" : NumberWords.format("%.4g", value);
  }
}
