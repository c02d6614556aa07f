package undercurrent.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param files of its folder by their names; the same run gives the same bytes on every machine
 */
public record RunResult(Outcome outcome, SortedMap<String, byte[]> files) {
  /** The file of the outcome in the folder of a run; it is what says that a run is done. */
  static final String OUTCOME = "result.json";

  static final String EXPERIMENT = "experiment" + ExperimentFile.ENDING;
  private static final System.Logger LOG = System.getLogger(RunResult.class.getName());
  private static final String CURVE = "curve.csv";
  private static final String SCORES = "scores.json";

  public RunResult {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** A run that was made elsewhere. */
  public static RunResult of(SortedMap<String, byte[]> files) {
    byte[] outcome = files.get(OUTCOME);
    if (outcome == null) throw new SweepException(Words.of("runResult.noOutcome"));
    return new RunResult(Outcome.read(new String(outcome, StandardCharsets.UTF_8)), files);
  }

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
    SortedMap<String, byte[]> files = new TreeMap<>();
    Outcome outcome;
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
      outcome = ended(point, training, criterion, trained);
      files.put(EXPERIMENT, ExperimentFile.bytes(experiment));
      files.put(CURVE, bytes(CurveTable.write(experiment.curve())));
      files.put(SCORES, bytes(scores));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Run " + point.name() + " of a sweep failed.", e);
      String message = String.valueOf(e.getMessage());
      outcome = new Outcome(point, Outcome.Status.FAILED, 0, message, criterion, Map.of());
    }
    files.put(OUTCOME, bytes(outcome.json()));
    return Optional.of(new RunResult(outcome, files));
  }

  private static Outcome ended(
      Point point, Training training, Criterion criterion, Trained trained) {
    Map<Part, Double> values = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      double value = trained.criterion(part);
      if (Double.isFinite(value)) values.put(part, criterion.reported(value));
    }
    boolean diverged = training.status() == Training.Status.DIVERGED;
    return new Outcome(
        point,
        diverged ? Outcome.Status.DIVERGED : Outcome.Status.TRAINED,
        training.epoch(),
        training.diagnosis().orElse(""),
        criterion,
        values);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  void writeInto(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
