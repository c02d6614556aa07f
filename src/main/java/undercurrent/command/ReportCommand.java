package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentException;
import undercurrent.experiment.RunCommand;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.kind.Catalogue;
import undercurrent.output.WholeFile;
import undercurrent.report.JsonText;
import undercurrent.report.Provenance;
import undercurrent.report.RunFigures;
import undercurrent.report.RunPage;
import undercurrent.report.ScoreReport;
import undercurrent.series.SameSeries;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.text.ShellWords;
import undercurrent.text.Visible;

/** {@code undercurrent report}: writes a run on one page. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
  private final Console console;
  private final Catalogue catalogue;

  @Parameters(paramLabel = "EXPERIMENT", descriptionKey = "experiment")
  private Path experiment = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE")
  private Path out = Path.of(".");

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--data", paramLabel = "FILE|SAMPLE")
  private @Nullable String data;

  @Option(names = "--json")
  private boolean json;

  ReportCommand(Console console, Catalogue catalogue) {
    this.console = console;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() throws IOException {
    WholeFile.require(out);
    Experiment saved =
        ProgressBars.during(
            console, "reading", () -> OpenedInput.document(experiment, catalogue, console));
    if (data == null) reading.refuseFor(String.valueOf(experiment.getFileName()));
    Provenance origin = origin(saved);
    Trained trained = ProgressBars.during(console, "model", () -> Trained.of(saved));
    ScoreReport scores =
        ProgressBars.during(console, "scores", () -> ScoreReport.of(saved, trained));
    Map<String, Figure> figures =
        ProgressBars.during(console, "figures", () -> new RunFigures(saved, trained).usual());
    WholeFile.write(out, RunPage.html(scores, figures, origin));
    if (json) {
      console.json(
          JsonText.JSON
              .createObjectNode()
              .put("experiment", experiment.toString())
              .put("sha256", origin.checksum())
              .put("figures", figures.size())
              .put("out", out.toString()));
    } else {
      console.written(out);
    }
    return 0;
  }

  /** The file, and the command where the series can be named. */
  private Provenance origin(Experiment saved) throws IOException {
    Provenance file = Provenance.of(experiment);
    SeriesSet set = saved.revision().original();
    String name = Visible.name(set.name());
    if (!saved.revision().learned().isEmpty()) return file.edited(name);
    if (saved.isTurned()) return file.turned(name);
    Optional<List<String>> source = source(set);
    if (source.isEmpty()) return file.unknownData(name);
    try {
      List<String> words = RunCommand.words(source.get(), set, saved.model(), saved.training());
      return file.by(ShellWords.line(words));
    } catch (ExperimentException e) {
      return file.without(String.valueOf(e.getMessage()));
    }
  }

  /** The words that name the series, if what they name is the same. */
  private Optional<List<String>> source(SeriesSet set) {
    if (data == null) {
      return Samples.find(set.name())
          .filter(sample -> SameSeries.are(sample.open(), set))
          .map(sample -> List.of(sample.id()));
    }
    SeriesSet read = OpenedInput.read(data, reading).set();
    if (!SameSeries.are(read, set)) {
      throw new BadUsage(Words.of("report.otherSeries", data, Visible.name(set.name())));
    }
    String named = data;
    return OpenedInput.file(named)
        .map(file -> RunCommand.table(file, reading.choices()))
        .or(() -> Optional.of(List.of(named)));
  }
}
