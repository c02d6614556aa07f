package undercurrent.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.figure.InlineSvg;
import undercurrent.inference.LeadError;
import undercurrent.inference.ModelNames;
import undercurrent.inference.Score;
import undercurrent.kind.Card;
import undercurrent.kind.ModelKind;
import undercurrent.series.NumberWords;
import undercurrent.series.Part;
import undercurrent.settings.KnobWords;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.text.Language;
import undercurrent.training.Checkpoint;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

/**
 * A run on one page of HTML that needs no other file: what was trained on what, how good it is, its
 * figures, and how it is made again. It follows the theme of its reader, and is printed on A4.
 */
public final class RunPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1f2328;--quiet:#4d5662;--line:#9aa4b0;--paper:#fff;--shade:#f4f6f8}
      body{font:15px/1.45 Inter,'Helvetica Neue',Arial,'Liberation Sans',sans-serif;color:var(--ink);background:var(--paper);max-width:1060px;margin:2em auto;padding:0 1.5em}
      h1{font-size:1.6em;margin:0 0 .2em}h2{font-size:1.15em;margin:1.6em 0 .5em;border-bottom:1px solid var(--line)}
      p{margin:.4em 0}.quiet{color:var(--quiet)}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.18em .9em .18em 0;text-align:right;vertical-align:top}
      th[scope=row],th:first-child{text-align:left;font-weight:400}thead th{color:var(--quiet);font-weight:600;border-bottom:1px solid var(--line)}
      .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(17em,1fr));gap:0 2.5em;align-items:start}.columns td{text-align:left;overflow-wrap:anywhere}
      .figures{display:grid;grid-template-columns:1fr 1fr;gap:1em}figure{margin:0;break-inside:avoid}svg{width:100%;height:auto}
      pre,code{font:13px/1.4 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace}pre{background:var(--shade);padding:.7em;white-space:pre-wrap;overflow-wrap:anywhere}
      .origin td{text-align:left;overflow-wrap:anywhere}
      @media (max-width:700px){.figures{grid-template-columns:1fr}}
      @media screen and (prefers-color-scheme:dark){:root{--ink:#ecf1f6;--quiet:#b4beca;--line:#5a6673;--paper:#14181e;--shade:#20262e}DARK}
      @page{size:A4;margin:13mm}
      @media print{body{font-size:9.5pt;margin:0;padding:0;max-width:none}h2{break-after:avoid}table,pre{break-inside:avoid}}
      """;

  private static final int WIDTH = 500;
  private static final int HEIGHT = 330;

  private final ScoreReport report;
  private final Experiment experiment;
  private final Provenance provenance;
  private final Html page = new Html();

  private RunPage(ScoreReport report, Provenance provenance) {
    this.report = report;
    this.experiment = report.experiment();
    this.provenance = provenance;
  }

  /** The page of a trained experiment. */
  public static String html(Experiment experiment, Trained trained, Provenance provenance) {
    return html(
        ScoreReport.of(experiment, trained),
        new RunFigures(experiment, trained).usual(),
        provenance);
  }

  /**
   * The same of what is found already.
   *
   * @param figures by their names, in their order
   */
  public static String html(
      ScoreReport report, Map<String, Figure> figures, Provenance provenance) {
    return new RunPage(report, provenance).html(figures);
  }

  private String html(Map<String, Figure> figures) {
    Card card = experiment.model().kind().card();
    String title = ReportWords.of("title", experiment.data().name(), card.name());
    page.raw("<!DOCTYPE html>")
        .raw("<html lang=\"" + Language.chosen().code() + "\"><head><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .element("title", title)
        .raw("<style>" + STYLE.replace("DARK", InlineSvg.darkRules()) + "</style></head><body>")
        .element("h1", title)
        .element("p", trained())
        .raw("<p class=\"quiet\">" + Html.text(card.sentence()) + "</p>");
    scores();
    page.element("h2", ReportWords.of("figures")).raw("<div class=\"figures\">");
    figures.forEach(
        (name, figure) ->
            page.raw("<figure>" + InlineSvg.svg(figure, WIDTH, HEIGHT, name) + "</figure>"));
    page.raw("</div>").element("h2", ReportWords.of("settings")).raw("<div class=\"columns\">");
    page.table(List.of(), modelSettings()).table(List.of(), trainingSettings()).raw("</div>");
    origin();
    return page.raw("</body></html>").toString();
  }

  private String trained() {
    Optional<Checkpoint> reached = experiment.checkpoint();
    String data =
        ReportWords.of(
            "data",
            experiment.data().series().size(),
            experiment.data().observedChannels().length,
            experiment.data().series().stream().mapToLong(s -> s.length()).sum());
    return reached
            .map(c -> ReportWords.of("trained", c.epoch(), c.step(), experiment.training().seed()))
            .orElse("")
        + " "
        + data;
  }

  private void scores() {
    page.element("h2", ReportWords.of("scores"));
    page.table(
        List.of(
            ReportWords.of("criterion", report.criterion().words(), report.criterion().unit()),
            ReportWords.of("value")),
        bounds());
    page.element("p", ReportWords.of("scored." + report.scores().part()));
    ScoreRows shown = ScoreRows.of(report.scores().list());
    List<List<String>> rows = new ArrayList<>();
    for (ScoreRows.Row row : shown.rows()) {
      Score s = row.score();
      rows.add(
          List.of(
              ModelNames.of(s.name()),
              row.channel(),
              number(s.rmse()),
              number(s.mae()),
              number(s.crps()),
              number(s.interval()),
              percent(s.coverage()),
              percent(s.level())));
    }
    page.table(
        List.of(
            "",
            ReportWords.of("channel"),
            "RMSE",
            "MAE",
            "CRPS",
            ReportWords.of("interval"),
            ReportWords.of("coverage"),
            ReportWords.of("level")),
        rows);
    leads();
    page.list(report.notes());
  }

  private List<List<String>> bounds() {
    List<List<String>> rows = new ArrayList<>();
    for (Part part : Part.values()) {
      double value = report.criterion().reported(report.bound(part));
      if (Double.isNaN(value)) continue;
      double error = report.measured(part).standardError();
      String spread = Double.isFinite(error) ? NumberWords.format(" ± %.2g", error) : "";
      rows.add(List.of(ReportWords.of("part." + part), NumberWords.format("%.4f", value) + spread));
    }
    return rows;
  }

  /** How far forecasts of tracks are off. */
  private void leads() {
    List<List<String>> rows = new ArrayList<>();
    for (LeadError lead : report.scores().leads()) {
      if (lead.count() == 0) continue;
      rows.add(
          List.of(
              ReportWords.of("ahead", lead.steps()),
              number(lead.model()),
              number(lead.constantVelocity()),
              number(lead.persistence()),
              percent(lead.coverage())));
    }
    if (rows.isEmpty()) return;
    page.table(
        List.of(
            ReportWords.of("positions"),
            ReportWords.of("model"),
            ReportWords.of("velocity"),
            ReportWords.of("persistence"),
            ReportWords.of("cone")),
        rows);
  }

  private List<List<String>> modelSettings() {
    ModelKind<?> kind = experiment.model().kind();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(ReportWords.of("kind"), kind.card().name() + " (" + kind.id() + ")"));
    for (Setting setting : experiment.model().knobs()) {
      if (setting.matters(experiment.model().settings()))
        rows.add(row(setting, experiment.model().settings()));
    }
    return rows;
  }

  private List<List<String>> trainingSettings() {
    TrainingSettings training = experiment.training();
    List<List<String>> rows = new ArrayList<>();
    for (Setting setting : experiment.model().knobs(training)) rows.add(row(setting, training));
    return rows;
  }

  private static List<String> row(Setting setting, Record settings) {
    String unit = setting.unit();
    Object set = Settings.value(settings, setting.key());
    String value = set instanceof Enum<?> ? KnobWords.choice(set) : Settings.text(set);
    return List.of(setting.label(), value.isEmpty() || unit.isEmpty() ? value : value + " " + unit);
  }

  private void origin() {
    page.element("h2", ReportWords.of("origin")).raw("<div class=\"origin\">");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(ReportWords.of("program"), Program.line()));
    rows.add(List.of(ReportWords.of("seed"), Long.toString(experiment.training().seed())));
    rows.add(
        List.of(
            ReportWords.of("file"),
            provenance
                .file()
                .map(f -> String.valueOf(f.getFileName()))
                .orElse(ReportWords.of("unsaved"))));
    if (!provenance.checksum().isEmpty()) rows.add(List.of("SHA-256", provenance.checksum()));
    page.table(List.of(), rows).raw("</div>");
    provenance
        .command()
        .ifPresent(
            line ->
                page.element("p", ReportWords.of(isOver() ? "repeat" : "repeat.toEnd"))
                    .raw("<pre>" + Html.text(line) + "</pre>"));
    if (!provenance.reason().isEmpty()) page.element("p", provenance.reason());
  }

  private boolean isOver() {
    return experiment.checkpoint().filter(c -> c.status() == Training.Status.READY).isEmpty();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : NumberWords.format("%.4g", value);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : NumberWords.format("%.1f %%", 100 * share);
  }
}
