package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.kind.Catalogue;
import undercurrent.output.WholeFile;
import undercurrent.report.Provenance;
import undercurrent.report.RunFigures;
import undercurrent.report.RunPage;
import undercurrent.report.ScoreReport;

/** {@code undercurrent report}: writes a run on one page. */
@Command(
    name = "report",
    description =
        "Writes a trained experiment on one page of HTML that needs no other file: scores, figures,"
            + " settings, and where it comes from.")
final class ReportCommand implements Callable<Integer> {
  private final Console console;
  private final Catalogue catalogue;

  @Parameters(paramLabel = "EXPERIMENT", description = "A trained .undercurrent file.")
  private Path experiment = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out = Path.of(".");

  @Option(names = "--json", description = "Print what was written as JSON.")
  private boolean json;

  ReportCommand(Console console, Catalogue catalogue) {
    this.console = console;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() throws IOException {
    Experiment saved =
        ProgressBars.during(
            console, "Reading", () -> OpenedInput.document(experiment, catalogue, console));
    Trained trained = ProgressBars.during(console, "Model", () -> Trained.of(saved));
    ScoreReport scores =
        ProgressBars.during(console, "Scores", () -> ScoreReport.of(saved, trained));
    Map<String, Figure> figures =
        ProgressBars.during(console, "Figures", () -> new RunFigures(saved, trained).usual());
    Provenance origin = Provenance.of(experiment, Optional.empty());
    WholeFile.write(out, RunPage.html(scores, figures, origin));
    if (json) {
      console.json(
          Console.JSON
              .createObjectNode()
              .put("experiment", experiment.toString())
              .put("sha256", origin.checksum())
              .put("figures", figures.size())
              .put("out", out.toString()));
    } else {
      console.say("Written to %s", out);
    }
    return 0;
  }
}
