package undercurrent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import tools.jackson.databind.node.ArrayNode;
import undercurrent.command.StopRequest.Stake;
import undercurrent.experiment.CurveTable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Run;
import undercurrent.experiment.Trained;
import undercurrent.inference.Estimate;
import undercurrent.output.WholeFile;
import undercurrent.picture.PngWriter;
import undercurrent.report.ScoreReport;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;
import undercurrent.session.PassProgress;
import undercurrent.session.WorkerThreads;
import undercurrent.training.Criterion;
import undercurrent.training.CurvePoint;
import undercurrent.training.Training;
import undercurrent.training.TrainingUse;

/**
 * One training of the command line, and the files that it leaves in a folder.
 *
 * @param fill whether the gaps of the table are filled
 * @param json whether the scores are printed as JSON, and nothing else
 */
record TrainingRun(
    Console console, StopRequest stop, Path out, boolean fill, boolean json, FigureWish figures) {
  private static final double NANOSECONDS = 1e9;

  /**
   * How a training ended.
   *
   * @param exit what the program is to end with: 0, 1 when the training diverged, or 130
   * @param report of a training that was not stopped
   */
  record End(int exit, Optional<ScoreReport> report, double seconds) {}

  /** Trains and writes. */
  End train(OpenedInput opened, WorkerThreads workers) throws IOException {
    Experiment start = opened.experiment();
    Run run = ProgressBars.during(console, "preparing", () -> Run.of(start, workers));
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
      if (cutShort.isPresent()) {
        writeTrained(cutShort.get());
        return new End(Commands.STOPPED, Optional.empty(), seconds);
      }
      ScoreReport report =
          write(opened.with(run.experiment()), run.finish(), run.trainer(), seconds, workers);
      boolean diverged = run.trainer().status() == Training.Status.DIVERGED;
      return new End(diverged ? 1 : 0, Optional.of(report), seconds);
    } finally {
      stop.stake(Stake.NOTHING);
    }
  }

  /** The experiment as it was before a step that a stop cut short; else nothing. */
  private Optional<Experiment> train(Run run, boolean byGradients) {
    Training trainer = run.trainer();
    Criterion criterion = trainer.curve().criterion();
    PassProgress passes = new PassProgress();
    try (ProgressBar bar = ProgressBars.bar(console, "training", trainer.settings().epochs())) {
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
    stop.stake(Stake.TABLES);
  }

  private static String progress(Criterion criterion, CurvePoint point) {
    return NumberWords.format("%s %.3f", criterion.words(), criterion.shown(point.elbo()));
  }

  private ScoreReport write(
      OpenedInput opened, Trained trained, Training trainer, double seconds, WorkerThreads workers)
      throws IOException {
    Experiment experiment = opened.experiment();
    ResultFiles files = new ResultFiles(console, out, figures, opened.notes(), workers);
    ResultFiles.Written results = files.write(experiment, trained, () -> writeTrained(experiment));
    List<String> written = new ArrayList<>(results.notes());
    if (fill) written.add(writeFilled(opened, trained));
    files.draw(experiment, trained);
    ScoreReport report = results.report();
    if (json) {
      ArrayNode notes = results.scores().put("seconds", seconds).putArray("written");
      written.forEach(notes::add);
      console.json(results.scores());
      return report;
    }
    String kind = experiment.model().kind().id();
    String time = NumberWords.format("%.1f", seconds);
    if (experiment.model().uses(TrainingUse.GRADIENTS)) {
      console.line(
          Words.of(
              "trainingRun.trained",
              kind,
              NumberWords.count(trainer.epoch(), "epoch"),
              NumberWords.count(trainer.steps(), "step"),
              time,
              experiment.training().seed()));
    } else {
      console.line(
          Words.of(
              "trainingRun.fitted", kind, NumberWords.count(trainer.epoch(), "iteration"), time));
    }
    new ScoreLines(report).say(console);
    console.notes(written);
    console.written(out);
    return report;
  }

  /** All series are filled, also those that are not scored. */
  private String writeFilled(OpenedInput opened, Trained trained) throws IOException {
    SeriesSet set = trained.dataset().source();
    List<Estimate> smoothed =
        ProgressBars.during(
            console,
            "gaps",
            () ->
                IntStream.range(0, set.series().size())
                    .mapToObj(s -> trained.estimator().smoothed(s))
                    .toList());
    return new FilledTable(opened.table().orElseThrow(), set, smoothed).write(out);
  }
}
