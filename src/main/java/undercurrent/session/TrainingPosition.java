package undercurrent.session;

import undercurrent.experiment.Experiment;
import undercurrent.training.Checkpoint;
import undercurrent.training.Training;
import undercurrent.training.TrainingSettings;

/**
 * How far a training is. Two documents of one session that stand at the same place are the same.
 *
 * @param step updates made
 * @param settings the settings as they are now
 */
public record TrainingPosition(long step, TrainingSettings settings) {

  /** Where a document stands. */
  public static TrainingPosition of(Experiment document) {
    long step = document.checkpoint().map(Checkpoint::step).orElse(0L);
    return new TrainingPosition(step, document.training());
  }

  /** The same, unless the training has moved. */
  TrainingPosition now(Training training) {
    boolean same = step == training.steps() && settings.equals(training.settings());
    return same ? this : new TrainingPosition(training.steps(), training.settings());
  }
}
