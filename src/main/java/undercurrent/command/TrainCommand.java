package undercurrent.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.experiment.CurveTable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.experiment.Trained;
import undercurrent.inference.Estimate;
import undercurrent.picture.PngWriter;
import undercurrent.session.Passes;
import undercurrent.session.WarmUp;
import undercurrent.session.WorkerThreads;
import undercurrent.training.Criterion;
import undercurrent.training.CurvePoint;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

/** {@code undercurrent train}: fits a model, and writes what it thinks and how good it is. */
@Command(
    name = "train",
    description = "Trains a model on a series and writes experiment, curve, estimates and figures.",
    footer = {
      "",
      "Estimates are written for the series that are scored: those of the test part, or without"
          + " one of the validation part.",
      "Settings for --set: kind, filter, particles, motionNoise, observationNoise, latentSize,"
          + " hiddenUnits, transition, network, noise, likelihood, learningRate, batchSize, window,"
          + " klSchedule, klLength, klWeight, patience and the others of scores.json."
    })
final class TrainCommand implements Callable<Integer> {
  private static final double NANOSECONDS = 1e9;
  private final Console console;
  private final BooleanSupplier stopped;

  @Parameters(paramLabel = "FILE|SAMPLE", description = "A CSV file, a sample, or an experiment.")
  private String source = "";

  @Option(names = "--model", description = "The model: dmm, the Deep Markov Model.")
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

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out = Path.of(".");

  @Option(names = "--json", description = "Print the scores as JSON.")
  private boolean json;

  TrainCommand(Console console, BooleanSupplier stopped) {
    this.console = console;
    this.stopped = stopped;
  }

  @Override
  public Integer call() throws IOException {
    if (!model.equals("dmm")) {
      throw new BadUsage("There is no model '%s'; choose dmm.".formatted(model));
    }
    Experiment start =
        changed(ProgressBars.during(console, "Reading", () -> Opened.experiment(source, reading)));
    if (start.model().kind().isDeep()) WarmUp.start();
    try (WorkerThreads workers = WorkerThreads.all()) {
      return train(start, workers);
    }
  }

  private int train(Experiment start, WorkerThreads workers) throws IOException {
    Run run = ProgressBars.during(console, "Preparing", () -> Run.of(start, workers));
    run.trainer().adjust(start.training());
    Files.createDirectories(out);
    // A training that is stopped by Ctrl+C writes its pictures while the program shuts down.
    PngWriter.prepare();
    long began = System.nanoTime();
    train(run);
    double seconds = (System.nanoTime() - began) / NANOSECONDS;
    write(run.experiment(), run.finish(), run.trainer(), seconds);
    return run.trainer().status() == Training.Status.DIVERGED ? 1 : 0;
  }

  private Experiment changed(Experiment experiment) {
    Map<String, String> wanted = new LinkedHashMap<>();
    if (latent != null) wanted.put("latentSize", latent);
    if (hidden != null) wanted.put("hiddenUnits", hidden);
    if (epochs != null) wanted.put("epochs", epochs);
    if (seed != null) wanted.put("seed", seed);
    wanted.putAll(set);
    Recipe recipe = new Recipe(experiment.model(), experiment.training());
    for (Map.Entry<String, String> entry : wanted.entrySet()) {
      Recipe before = recipe;
      recipe = BadUsage.of(() -> before.with(entry.getKey(), entry.getValue()));
    }
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
        experiment.view());
  }

  private void train(Run run) {
    Training trainer = run.trainer();
    Criterion criterion = trainer.curve().criterion();
    Passes passes = new Passes();
    try (ProgressBar bar = ProgressBars.bar(console, "Training", trainer.settings().epochs())) {
      bar.stepTo(ProgressBars.PARTS * trainer.epoch());
      int epoch = trainer.epoch();
      while (trainer.status() == Training.Status.READY && !stopped.getAsBoolean()) {
        ProgressBars.during(
            bar,
            epoch,
            passes,
            () -> {
              trainer.step();
              return trainer;
            });
        if (trainer.epoch() == epoch) continue;
        epoch = trainer.epoch();
        CurvePoint point = trainer.curve().getLast();
        bar.stepTo(ProgressBars.PARTS * epoch).setExtraMessage(progress(criterion, point));
      }
    }
    trainer.diagnosis().ifPresent(console::complain);
  }

  private static String progress(Criterion criterion, CurvePoint point) {
    return String.format(Locale.ROOT, "%s %.3f", criterion.words(), criterion.shown(point.elbo()));
  }

  private void write(Experiment experiment, Trained trained, Training trainer, double seconds)
      throws IOException {
    ExperimentFile.save(experiment, out.resolve("experiment" + ExperimentFile.ENDING));
    Files.writeString(out.resolve("curve.csv"), CurveTable.write(experiment.curve()));
    List<Estimate> estimates =
        ProgressBars.during(
            console,
            "Estimates",
            () -> trained.answers().stream().flatMap(a -> a.all().stream()).toList());
    ScoreReport report =
        ProgressBars.during(console, "Scores", () -> ScoreReport.of(experiment, trained));
    ObjectNode scores = report.json();
    Files.writeString(out.resolve("scores.json"), Console.JSON.writeValueAsString(scores) + "\n");
    writeTables(new EstimateTables(trained.dataset().source()), estimates);
    Pictures pictures = new Pictures(experiment, trained);
    List<String> names = pictures.names();
    try (ProgressBar bar = ProgressBars.bar(console, "Figures", names.size())) {
      for (String name : names) {
        bar.setExtraMessage(name);
        pictures.write(name, out);
        bar.stepBy(ProgressBars.PARTS);
      }
    }
    if (json) {
      scores.put("seconds", seconds);
      console.json(scores);
      return;
    }
    if (!experiment.model().kind().isDeep()) {
      console.say(
          "Fitted the %s model in %d iterations, %.1f s.",
          experiment.model().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          trainer.epoch(),
          seconds);
    } else {
      console.say(
          "Trained %d %s (%d steps) in %.1f s, seed %d, %d hidden units, latent size %d.",
          trainer.epoch(),
          trainer.epoch() == 1 ? "epoch" : "epochs",
          trainer.steps(),
          seconds,
          experiment.training().seed(),
          experiment.model().hiddenUnits(),
          experiment.model().latentSize());
    }
    report.say(console);
    console.say("Written to %s", out);
  }

  private void writeTables(EstimateTables tables, List<Estimate> estimates) throws IOException {
    try (ProgressBar bar = ProgressBars.bar(console, "Tables", 3)) {
      tables.writeObserved(estimates, out.resolve("estimates.csv"));
      bar.stepBy(ProgressBars.PARTS);
      tables.writeLatent(estimates, out.resolve("latents.csv"));
      bar.stepBy(ProgressBars.PARTS);
      tables.writeRegimes(estimates, out.resolve("regimes.csv"));
      bar.stepBy(ProgressBars.PARTS);
    }
  }
}
