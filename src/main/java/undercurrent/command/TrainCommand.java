package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.command.StopRequest.Stake;
import undercurrent.experiment.CurveTable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.inference.Estimate;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.output.FolderClaim;
import undercurrent.output.WholeFile;
import undercurrent.picture.PngWriter;
import undercurrent.report.JsonText;
import undercurrent.report.ScoreReport;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;
import undercurrent.session.PassProgress;
import undercurrent.session.WarmUp;
import undercurrent.session.WorkerThreads;
import undercurrent.training.Criterion;
import undercurrent.training.CurvePoint;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;
import undercurrent.training.TrainingUse;

/** {@code undercurrent train}: fits a model, and writes what it thinks and how good it is. */
@Command(
    name = "train",
    description = "Trains a model on a series and writes experiment, curve, estimates and figures.",
    footer = {
      "",
      "Estimates are written for the series that are scored: those of the test part, or without"
          + " one of the validation part.",
      "Settings for --set: kind, and those of the kind and of its training, which 'undercurrent"
          + " kinds NAME' lists."
    })
final class TrainCommand implements Callable<Integer> {
  private static final double NANOSECONDS = 1e9;
  private final Console console;
  private final Catalogue catalogue;
  private final StopRequest stop;

  @Parameters(paramLabel = "FILE|SAMPLE", description = "A CSV file, a sample, or an experiment.")
  private String source = "";

  /** From the time when there was one kind; kinds are chosen by {@code --set kind=NAME}. */
  @Option(names = "--model", hidden = true)
  private String model = "dmm";

  @Option(names = "--latent", description = "Latent size.")
  private @Nullable String latent;

  @Option(names = "--hidden", description = "Hidden units.")
  private @Nullable String hidden;

  @Option(names = "--epochs", description = "Epochs to train.")
  private @Nullable String epochs;

  @Option(names = "--seed", description = "Seed of all that is random.")
  private @Nullable String seed;

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any setting by its name.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--fix",
      paramLabel = "NAME=VALUE|BOXES",
      mapFallbackValue = "",
      description =
          "Holds a parameter of a linear model at a value, in the units of the file; also"
              + " start-mean and start-covariance, and of kind linear its matrices, each as numbers"
              + " or the name of a CSV file. Without a value, boxes of a deep model that the"
              + " equations give, such as transition,emission.")
  private Map<String, String> fix = new LinkedHashMap<>();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of(".");

  @Option(
      names = "--fill",
      description =
          "Also write filled.csv: the table with its gaps filled by the smoothed median, and their"
              + " bands.")
  private boolean fill;

  @Option(names = "--json", description = "Print the scores as JSON.")
  private boolean json;

  TrainCommand(Console console, StopRequest stop, Catalogue catalogue) {
    this.console = console;
    this.catalogue = catalogue;
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    if (!model.equals("dmm")) {
      throw new BadUsage(
          "There is no model '%s'; choose a kind with --set kind=NAME, of which 'undercurrent kinds' lists the names."
              .formatted(model));
    }
    OpenedInput opened =
        ProgressBars.during(
            console, "Reading", () -> OpenedInput.of(source, reading, catalogue, console));
    if (fill) opened.requireTable(source);
    OpenedInput start = opened.with(changed(opened.experiment()));
    if (start.experiment().model().uses(TrainingUse.GRADIENTS)) WarmUp.start();
    try (WorkerThreads workers = WorkerThreads.all()) {
      return FolderClaim.during(out, () -> train(start, workers));
    }
  }

  private int train(OpenedInput opened, WorkerThreads workers) throws IOException {
    Experiment start = opened.experiment();
    Run run = ProgressBars.during(console, "Preparing", () -> Run.of(start, workers));
    run.trainer().adjust(start.training());
    if (!json) {
      console.notes(opened.notes());
      console.notes(start.notes());
    }
    // A training that is stopped by Ctrl+C writes its pictures while the program shuts down.
    PngWriter.prepare();
    long began = System.nanoTime();
    stop.stake(Stake.TRAINED);
    try {
      Optional<Experiment> cutShort = train(run, start.model().uses(TrainingUse.GRADIENTS));
      double seconds = (System.nanoTime() - began) / NANOSECONDS;
      writeTrained(cutShort.orElseGet(run::experiment));
      stop.stake(Stake.TABLES);
      if (cutShort.isPresent()) return Commands.STOPPED;
      write(opened.with(run.experiment()), run.finish(), run.trainer(), seconds);
    } finally {
      stop.stake(Stake.NOTHING);
    }
    return run.trainer().status() == Training.Status.DIVERGED ? 1 : 0;
  }

  /** Names without a value are boxes, of kinds that have some. */
  private String boxes(Experiment experiment, Set<String> names) {
    String kind = set.getOrDefault(ChosenModel.KIND, experiment.model().kind().id());
    ChosenModel<?> model = BadUsage.of(() -> experiment.model().with(ChosenModel.KIND, kind));
    if (model.has(FixedValues.KEY) && !model.has("fix")) {
      String name = names.iterator().next();
      throw new BadUsage(
          "The option --fix %s has no value; give one, such as --fix %s=0.1."
              .formatted(name, name));
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
      throw new BadUsage(
          "A training that has begun keeps its model, seed, batch size and window; leave out those"
              + " settings, or start from the series.");
    }
    return new Experiment(
        experiment.data(),
        recipe.model(),
        recipe.training(),
        experiment.checkpoint(),
        experiment.curve(),
        experiment.view(),
        experiment.replay());
  }

  /** The experiment as it was before a step that a stop cut short; else nothing. */
  private Optional<Experiment> train(Run run, boolean byGradients) {
    Training trainer = run.trainer();
    Criterion criterion = trainer.curve().criterion();
    PassProgress passes = new PassProgress();
    try (ProgressBar bar = ProgressBars.bar(console, "Training", trainer.settings().epochs())) {
      bar.stepTo(ProgressBars.PARTS * trainer.epoch());
      int epoch = trainer.epoch();
      while (trainer.status() == Training.Status.READY && !stop.isAsked()) {
        // A step of a deep model is short, and its weights are many.
        Optional<Experiment> before =
            byGradients ? Optional.empty() : Optional.of(run.experiment());
        try {
          ProgressBars.during(
              bar,
              epoch,
              passes,
              byGradients ? () -> {} : stop::check,
              () -> {
                trainer.step();
                return trainer;
              });
        } catch (StopRequest.Stopped e) {
          return before;
        }
        if (trainer.epoch() == epoch) continue;
        epoch = trainer.epoch();
        CurvePoint point = trainer.curve().getLast();
        bar.stepTo(ProgressBars.PARTS * epoch).setExtraMessage(progress(criterion, point));
      }
    }
    trainer.diagnosis().ifPresent(console::complain);
    return Optional.empty();
  }

  private void writeTrained(Experiment experiment) throws IOException {
    ExperimentFile.save(experiment, out.resolve("experiment" + ExperimentFile.ENDING));
    WholeFile.write(out.resolve("curve.csv"), CurveTable.write(experiment.curve()));
  }

  private static String progress(Criterion criterion, CurvePoint point) {
    return NumberWords.format("%s %.3f", criterion.words(), criterion.shown(point.elbo()));
  }

  private void write(OpenedInput opened, Trained trained, Training trainer, double seconds)
      throws IOException {
    Experiment experiment = opened.experiment();
    List<Estimate> estimates =
        ProgressBars.during(
            console,
            "Estimates",
            () -> trained.answers().stream().flatMap(a -> a.all().stream()).toList());
    ScoreReport report =
        ProgressBars.during(console, "Scores", () -> ScoreReport.of(experiment, trained));
    ObjectNode scores = report.json();
    ArrayNode readerNotes = scores.putArray("readerNotes");
    opened.notes().forEach(readerNotes::add);
    WholeFile.write(out.resolve("scores.json"), JsonText.of(scores) + "\n");
    List<String> written = new ArrayList<>(writeTables(trained, estimates));
    if (fill) written.add(writeFilled(opened, trained));
    Pictures pictures = new Pictures(experiment, trained);
    Map<String, Figure> figures = ProgressBars.during(console, "Drawing", () -> pictures.usual());
    try (ProgressBar bar = ProgressBars.bar(console, "Figures", figures.size())) {
      for (Map.Entry<String, Figure> figure : figures.entrySet()) {
        bar.setExtraMessage(figure.getKey());
        Pictures.write(figure.getKey(), figure.getValue(), out);
        bar.stepBy(ProgressBars.PARTS);
      }
    }
    if (json) {
      scores.put("seconds", seconds);
      ArrayNode notes = scores.putArray("written");
      written.forEach(notes::add);
      console.json(scores);
      return;
    }
    String kind = experiment.model().kind().id();
    if (experiment.model().uses(TrainingUse.GRADIENTS)) {
      console.say(
          "Trained the %s model for %s (%s) in %.1f s, seed %d.",
          kind,
          NumberWords.count(trainer.epoch(), "epoch"),
          NumberWords.count(trainer.steps(), "step"),
          seconds,
          experiment.training().seed());
    } else {
      console.say(
          "Fitted the %s model in %s, %.1f s.",
          kind, NumberWords.count(trainer.epoch(), "iteration"), seconds);
    }
    new ScoreLines(report).say(console);
    console.notes(written);
    console.say("Written to %s", out);
  }

  /** Gives what a person should know of the tables. */
  private List<String> writeTables(Trained trained, List<Estimate> estimates) throws IOException {
    EstimateTables tables = new EstimateTables(trained.dataset().source());
    try (ProgressBar bar = ProgressBars.bar(console, "Tables", 3)) {
      Optional<String> arrays = tables.writeObservedIn(out, estimates);
      bar.stepBy(ProgressBars.PARTS);
      tables.writeLatent(estimates, out.resolve("latents.csv"));
      bar.stepBy(ProgressBars.PARTS);
      tables.writeRegimes(estimates, out.resolve("regimes.csv"));
      EstimateTables.writeMatrices(trained.findings().whole(), out.resolve("matrices.csv"));
      bar.stepBy(ProgressBars.PARTS);
      return arrays.stream().toList();
    }
  }

  /** All series are filled, also those that are not scored. */
  private String writeFilled(OpenedInput opened, Trained trained) throws IOException {
    SeriesSet set = trained.dataset().source();
    List<Estimate> smoothed =
        ProgressBars.during(
            console,
            "Gaps",
            () ->
                IntStream.range(0, set.series().size())
                    .mapToObj(s -> trained.estimator().smoothed(s))
                    .toList());
    return new FilledTable(opened.table().orElseThrow(), set, smoothed).write(out);
  }
}
