package undercurrent.session;

import java.nio.file.Path;
import java.util.Optional;
import undercurrent.experiment.Experiment;

/**
 * What a session has that no file has.
 *
 * @param source where its experiment came from
 * @param kept where it stood when it was opened or last saved
 */
public record UnsavedChanges(Session session, ExperimentSource source, TrainingPosition kept) {

  /** Of a session that begins with an experiment. */
  public static UnsavedChanges of(Session session, Experiment experiment, ExperimentSource source) {
    return new UnsavedChanges(session, source, TrainingPosition.of(experiment));
  }

  /** True when it was trained, or its settings were changed. */
  public boolean any() {
    return source.unsaved() || !session.standing().equals(kept);
  }

  /** True when steps of training would be lost. */
  public boolean trained() {
    long step = session.standing().step();
    return step > 0 && (source.unsaved() || step != kept.step());
  }

  /** After something beside the training was changed, which only the window knows. */
  public UnsavedChanges changed() {
    return new UnsavedChanges(session, new ExperimentSource(source.file(), true), kept);
  }

  /** After a document of this session was saved. */
  public UnsavedChanges saved(Experiment document, Path file) {
    return new UnsavedChanges(session, ExperimentSource.of(file), TrainingPosition.of(document));
  }

  /** Where the experiment as it is now comes from, for whoever opens it again. */
  public ExperimentSource now() {
    return new ExperimentSource(source.file(), any());
  }

  /**
   * Where the same data come from when they start over.
   *
   * @param changed whether other settings are used
   */
  public ExperimentSource startedOver(boolean changed) {
    boolean already = source.unsaved() && session.standing().step() == 0;
    return new ExperimentSource(source.file(), already || changed);
  }

  Optional<Path> file() {
    return source.file();
  }
}
