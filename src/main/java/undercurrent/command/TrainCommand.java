package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.output.FolderClaim;
import undercurrent.picture.PngWriter;
import undercurrent.report.JsonText;
import undercurrent.series.SeriesFiles;
import undercurrent.session.Background;
import undercurrent.session.WarmUp;
import undercurrent.session.WorkerThreads;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** {@code undercurrent train}: fits a model, and writes what it thinks and how good it is. */
@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
  private final Console console;
  private final Catalogue catalogue;
  private final StopRequest stop;

  @Parameters(arity = "1..*", paramLabel = "FILE|SAMPLE", descriptionKey = "sources")
  private List<String> sources = List.of();

  /** From the time when there was one kind; kinds are chosen by {@code --set kind=NAME}. */
  @Option(names = "--model", hidden = true)
  private String model = "dmm";

  @Option(names = "--latent")
  private @Nullable String latent;

  @Option(names = "--hidden")
  private @Nullable String hidden;

  @Option(names = "--epochs")
  private @Nullable String epochs;

  @Option(names = "--seed")
  private @Nullable String seed;

  @Option(names = "--set", paramLabel = "KEY=VALUE")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--fix", paramLabel = "NAME=VALUE|BOXES", mapFallbackValue = "")
  private Map<String, String> fix = new LinkedHashMap<>();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private Path out = Path.of(".");

  @Option(names = "--fill")
  private boolean fill;

  @Option(names = "--figures", paramLabel = "none|svg|png|pdf|all")
  private FigureWish figures = FigureWish.PNG;

  @Option(names = "--json")
  private boolean json;

  TrainCommand(Console console, StopRequest stop, Catalogue catalogue) {
    this.console = console;
    this.catalogue = catalogue;
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    if (!model.equals("dmm")) {
      throw new BadUsage(Words.of("train.unknownKind", model));
    }
    List<String> files = SourcePatterns.files(sources);
    headStart();
    try (WorkerThreads workers = WorkerThreads.all()) {
      if (files.equals(sources) && files.size() == 1)
        return one(files.getFirst(), out, workers).exit();
      return FolderClaim.during(
          out,
          () ->
              new TrainBatch(console, stop, files, out, json)
                  .run((file, folder) -> one(file, folder, workers)));
    }
  }

  /**
   * Loads what is needed at the end while a table is read and a model is fitted, where there is a
   * processor for it. Whoever needs it before it is there loads it as ever.
   */
  private void headStart() {
    if (Runtime.getRuntime().availableProcessors() == 1) return;
    var unused =
        Background.callAside(
            () -> {
              if (figures.formats().contains("png")) PngWriter.rehearse();
              return JsonText.of(JsonText.JSON.createObjectNode());
            });
  }

  private TrainingRun.End one(String source, Path folder, WorkerThreads workers)
      throws IOException {
    OpenedInput opened =
        ProgressBars.during(
            console,
            "reading",
            () -> {
              OpenedInput read = OpenedInput.of(source, reading, catalogue, console);
              if (!fill) return read.withoutTable();
              read.requireTable(source);
              return read;
            });
    SeriesFiles.letGo(opened.experiment().data());
    OpenedInput start = opened.with(changed(opened.experiment()));
    if (start.experiment().model().uses(TrainingUse.GRADIENTS)) WarmUp.start();
    TrainingRun run = new TrainingRun(console, stop, folder, fill, json, figures);
    return FolderClaim.during(folder, () -> run.train(start, workers));
  }

  /** Names without a value are boxes, of kinds that have some. */
  private String boxes(Experiment experiment, Set<String> names) {
    String kind = set.getOrDefault(ChosenModel.KIND, experiment.model().kind().id());
    ChosenModel<?> model = BadUsage.of(() -> experiment.model().with(ChosenModel.KIND, kind));
    if (model.has(FixedValues.KEY) && !model.has("fix")) {
      String name = names.iterator().next();
      throw new BadUsage(Words.of("train.fix", name, name));
    }
    return String.join(",", names);
  }

  private Experiment changed(Experiment experiment) {
    Map<String, String> wanted = new LinkedHashMap<>();
    if (latent != null) wanted.put("latentSize", latent);
    if (hidden != null) wanted.put("hiddenUnits", hidden);
    if (epochs != null) wanted.put("epochs", epochs);
    if (seed != null) wanted.put("seed", seed);
    Map<String, String> values = new LinkedHashMap<>(fix);
    values.values().removeIf(String::isEmpty);
    Set<String> boxes = new LinkedHashSet<>(fix.keySet());
    boxes.removeAll(values.keySet());
    if (!boxes.isEmpty()) wanted.put("fix", boxes(experiment, boxes));
    wanted.putAll(set);
    Recipe recipe =
        WantedSettings.of(new Recipe(experiment.model(), experiment.training()), wanted, values)
            .requireUse(set.keySet());
    boolean begun = experiment.checkpoint().isPresent();
    TrainingSettings kept = recipe.training().startingFrom(experiment.training());
    boolean restarts =
        !recipe.model().equals(experiment.model()) || !recipe.training().equals(kept);
    if (begun && restarts) {
      throw new BadUsage(Words.of("train.begun"));
    }
    Experiment next =
        new Experiment(
            experiment.revision(),
            recipe.model(),
            recipe.training(),
            experiment.checkpoint(),
            experiment.curve(),
            experiment.view(),
            experiment.replay(),
            experiment.compared());
    return begun && !recipe.training().goesOn(experiment.training()) ? next.turned() : next;
  }
}
