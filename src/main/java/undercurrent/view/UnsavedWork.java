package undercurrent.view;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import undercurrent.experiment.Comparisons;
import undercurrent.experiment.Experiment;
import undercurrent.session.ExperimentSource;
import undercurrent.session.RecoveredWork;
import undercurrent.session.Recovery;
import undercurrent.session.Session;
import undercurrent.session.UnsavedChanges;

/** What no file has of what is open in the window, and how it is kept beside. */
final class UnsavedWork {
  private final Optional<Recovery> recovery;
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<UnsavedChanges> now = Optional.empty();

  /** What is kept beside the training to be compared with it, and what of that a file has. */
  private Comparisons beside = Comparisons.NONE;

  private Comparisons inFile = Comparisons.NONE;

  /**
   * Of a window in which nothing is open yet.
   *
   * @param recoveries the folder where it is kept beside, if it is
   * @param trouble reads why it is not kept, on another thread
   */
  UnsavedWork(Optional<Path> recoveries, Consumer<String> trouble) {
    recovery =
        recoveries.map(folder -> new Recovery(folder, reason -> trouble.accept(words(reason))));
  }

  private static String words(Recovery.Trouble reason) {
    return switch (reason) {
      case Recovery.Trouble.TooLarge large ->
          Words.of("recovery.tooLarge", large.name(), large.numbers(), Recovery.MOST_NUMBERS);
      case Recovery.Trouble.NotWritten not ->
          Words.of("recovery.notWritten", not.folder(), not.reason());
    };
  }

  /** It, once something is open. */
  Optional<UnsavedChanges> now() {
    return now;
  }

  /** The document that what is open was opened from or last saved to. */
  ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  private void keep(UnsavedChanges changes) {
    now = Optional.of(changes);
    file.set(changes.now().file());
  }

  /** Whether steps of training would be lost with the window. */
  boolean isTrained() {
    return now.filter(UnsavedChanges::trained).isPresent();
  }

  /** Whether runs that are kept to be compared would be lost with the window. */
  boolean isCompared() {
    return !beside.isEmpty() && !beside.equals(inFile);
  }

  /** Something was opened. */
  void begin(Session session, Experiment experiment, ExperimentSource source) {
    UnsavedChanges begun = UnsavedChanges.of(session, experiment, source);
    if (!source.unsaved()) inFile = experiment.compared();
    keep(begun);
    recovery.ifPresent(r -> r.follow(begun));
  }

  /** What an earlier window left was opened, and is from now on kept by this one. */
  void begin(Session session, RecoveredWork left) {
    UnsavedChanges begun = UnsavedChanges.of(session, left.experiment(), left.source());
    inFile = Comparisons.NONE;
    keep(begun);
    recovery.ifPresent(r -> r.adopt(left, begun));
  }

  /** A document of the training that {@code of} describes was written to a file. */
  void saved(UnsavedChanges of, Experiment document, Path file) {
    if (now.filter(n -> n.session() == of.session()).isEmpty()) return;
    UnsavedChanges saved = of.saved(document, file);
    inFile = document.compared();
    keep(saved);
    recovery.ifPresent(r -> r.follow(saved));
  }

  /** Where what is open now comes from, if it is opened again later. */
  ExperimentSource source() {
    return now.map(UnsavedChanges::now).orElse(ExperimentSource.NONE);
  }

  /** Where it comes from when it starts over, with other settings or not. */
  ExperimentSource startedOver(boolean changed) {
    return now.map(u -> u.startedOver(changed || isCompared())).orElse(ExperimentSource.NONE);
  }

  /** What is kept beside the training is what was opened. */
  void beside(Comparisons compared) {
    beside = compared;
    recovery.ifPresent(r -> r.beside(compared));
  }

  /** It was changed, and no file has it. */
  void changed(Comparisons compared) {
    beside(compared);
    now.ifPresent(
        n -> {
          UnsavedChanges changed = n.changed();
          keep(changed);
          recovery.ifPresent(r -> r.follow(changed));
        });
  }

  /** What is watched is kept too. */
  void look(Map<String, String> looked) {
    recovery.ifPresent(r -> r.look(looked));
  }

  /** The window closes: what is unsaved is given up. */
  void close() {
    recovery.ifPresent(Recovery::close);
  }
}
