package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import undercurrent.experiment.Backtest;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.output.FolderClaim;
import undercurrent.session.WorkerThreads;

/** {@code undercurrent backtest}: forecasts from several origins, beside those without a model. */
@Command(name = "backtest")
final class BacktestCommand implements Callable<Integer> {
  private final Console console;
  private final Catalogue catalogue;

  @Parameters(paramLabel = "FILE|SAMPLE", descriptionKey = "source")
  private String source = "";

  @Option(names = "--kind", paramLabel = "KIND")
  private @Nullable String kind;

  @Option(names = "--set", paramLabel = "KEY=VALUE")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--fix", paramLabel = "NAME=VALUE")
  private Map<String, String> fix = new LinkedHashMap<>();

  @Option(names = "--origins")
  private int origins = 12;

  @Option(names = "--horizon")
  private int horizon = 12;

  @Option(names = "--every")
  private int every = 1;

  @Option(names = "--filter-only")
  private boolean filterOnly;

  @Option(names = "--level")
  private double level = 0.9;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--out", paramLabel = "DIR")
  private @Nullable Path out;

  @Option(names = "--json")
  private boolean json;

  BacktestCommand(Console console, Catalogue catalogue) {
    this.console = console;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() throws IOException {
    if (reading.choices().split().isPresent()) {
      throw new BadUsage(Words.of("backtest.split"));
    }
    boolean isDocument = OpenedInput.file(source).filter(ExperimentFile::isNamed).isPresent();
    if (!isDocument) reading.takeAllRows();
    OpenedInput opened =
        ProgressBars.during(
            console, "reading", () -> OpenedInput.of(source, reading, catalogue, console));
    Experiment start = changed(opened.experiment());
    Backtest backtest =
        BadUsage.of(() -> new Backtest(start, origins, horizon, every, !filterOnly, level));
    Path folder = out;
    return folder == null
        ? run(backtest, opened, folder)
        : FolderClaim.during(folder, () -> run(backtest, opened, folder));
  }

  private Experiment changed(Experiment experiment) {
    Map<String, String> wanted = new LinkedHashMap<>();
    if (kind != null) wanted.put(ChosenModel.KIND, kind);
    wanted.putAll(set);
    Set<String> keys = new LinkedHashSet<>(set.keySet());
    Recipe recipe =
        WantedSettings.of(new Recipe(experiment.model(), experiment.training()), wanted, fix)
            .requireUse(keys);
    return recipe.experiment(experiment.data());
  }

  private int run(Backtest backtest, OpenedInput opened, @Nullable Path folder) throws IOException {
    if (!json) {
      console.notes(opened.notes());
      console.notes(backtest.start().notes());
    }
    BacktestReport report = new BacktestReport(backtest, result(backtest));
    if (folder != null) {
      report.write(folder);
      for (String channel : report.channels()) {
        Figure figure = Figures.horizons(report.result().scores(), channel);
        boolean isOnly = report.channels().size() == 1;
        String name = isOnly ? "backtest" : "backtest-" + FileNames.of(channel);
        for (String format : List.of("svg", "png")) {
          Pictures.write(figure, format, folder.resolve(name + "." + format));
        }
      }
    }
    if (json) {
      console.json(report.json());
      return 0;
    }
    report.say(console);
    if (folder != null) console.written(folder);
    return 0;
  }

  private Backtest.Result result(Backtest backtest) {
    try (WorkerThreads workers = WorkerThreads.all();
        ProgressBar bar = ProgressBars.bar(console, "origins", backtest.origins())) {
      return backtest.run(workers, done -> bar.stepTo(ProgressBars.PARTS * done));
    }
  }
}
