package undercurrent.session;

import java.util.List;
import undercurrent.edit.Edit;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;
import undercurrent.training.Checkpoint;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

/**
 * How far a training is. Two documents of one session that stand at the same place are the same.
 *
 * @param step updates made
 * @param settings the settings as they are now
 * @param edits of the data, as they are now
 */
public record TrainingPosition(long step, TrainingSettings settings, List<Edit> edits) {

  /** Where a document stands. */
  public static TrainingPosition of(Experiment document) {
    long step = document.checkpoint().map(Checkpoint::step).orElse(0L);
    return new TrainingPosition(step, document.training(), document.revision().edits());
  }

  /** The same, unless the training has moved. */
  TrainingPosition now(Run run) {
    Training training = run.trainer();
    List<Edit> now = run.revision().edits();
    boolean same =
        step == training.steps() && settings.equals(training.settings()) && edits.equals(now);
    return same ? this : new TrainingPosition(training.steps(), training.settings(), now);
  }
}
