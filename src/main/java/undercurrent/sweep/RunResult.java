package undercurrent.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import undercurrent.experiment.CurveTable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Run;
import undercurrent.experiment.Trained;
import undercurrent.report.JsonText;
import undercurrent.report.ScoreReport;
import undercurrent.series.Part;
import undercurrent.training.Criterion;
import undercurrent.training.Training;

/**
 * A run that has ended.
 *
 * @param experiment as it was trained; empty when it failed
 * @param scores what {@code train} writes as {@code scores.json}; empty when it failed
 */
public record RunResult(Outcome outcome, Optional<Experiment> experiment, Optional<String> scores) {
  /** The file of the outcome in the folder of a run; it is what says that a run is done. */
  static final String OUTCOME = "result.json";

  static final String EXPERIMENT = "experiment" + ExperimentFile.ENDING;

  /**
   * Trains and scores a run on the calling thread; a run whose settings do not suit the data fails,
   * and others go on.
   *
   * @param stopped is asked between two steps
   * @return nothing when it was stopped
   */
  public static Optional<RunResult> of(Plan plan, Point point, BooleanSupplier stopped) {
    Experiment start = plan.experiment(point);
    Criterion criterion = start.curve().criterion();
    try {
      Run run = Run.of(start);
      Training training = run.trainer();
      while (training.status() == Training.Status.READY) {
        if (stopped.getAsBoolean()) return Optional.empty();
        training.step();
      }
      Experiment experiment = run.experiment();
      Trained trained = run.finishAlone();
      String scores = JsonText.of(ScoreReport.of(experiment, trained).json()) + "\n";
      Map<Part, Double> values = new EnumMap<>(Part.class);
      for (Part part : Part.values()) {
        double value = trained.criterion(part);
        if (Double.isFinite(value)) values.put(part, criterion.reported(value));
      }
      boolean diverged = training.status() == Training.Status.DIVERGED;
      Outcome outcome =
          new Outcome(
              point,
              diverged ? Outcome.Status.DIVERGED : Outcome.Status.TRAINED,
              training.epoch(),
              training.diagnosis().orElse(""),
              criterion,
              values);
      return Optional.of(new RunResult(outcome, Optional.of(experiment), Optional.of(scores)));
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage());
      Outcome outcome = new Outcome(point, Outcome.Status.FAILED, 0, message, criterion, Map.of());
      return Optional.of(new RunResult(outcome, Optional.empty(), Optional.empty()));
    }
  }

  /** Writes its files; the same run gives the same bytes on every machine. */
  public void writeInto(Path folder) throws IOException {
    if (experiment.isPresent()) {
      ExperimentFile.save(experiment.get(), folder.resolve(EXPERIMENT));
      Files.writeString(folder.resolve("curve.csv"), CurveTable.write(experiment.get().curve()));
    }
    if (scores.isPresent()) Files.writeString(folder.resolve("scores.json"), scores.get());
    Files.writeString(folder.resolve(OUTCOME), outcome.json());
  }
}
