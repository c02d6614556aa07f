package undercurrent.view;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import undercurrent.session.Background;

/**
 * A line that says what is being read, how far that is, and lets it be cancelled; it is there only
 * while something takes long. What is cancelled ends at its next sign of progress, and nothing
 * comes of it.
 */
final class Waiting {
  /** What is over sooner is not spoken of. */
  private static final Duration PATIENCE = Duration.millis(400);

  private final Label words = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel = new Button(Words.of("import.cancel"));
  private final HBox line = new HBox(8, words, bar, cancel);
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private Optional<Job> running = Optional.empty();

  Waiting() {
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.getStyleClass().add("small");
    cancel.setId("waiting-cancel");
    line.setId("waiting");
    cancel.setOnAction(e -> cancel());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("waiting");
    line.managedProperty().bind(line.visibleProperty());
    line.setVisible(false);
    patience.setOnFinished(e -> line.setVisible(running.isPresent()));
  }

  Node node() {
    return line;
  }

  /**
   * Reads something away from the screen; what was waited for before is no longer wanted. One of
   * the others follows on the screen's thread.
   *
   * @param said while it lasts
   * @param cancelled when a person does not want it any more
   */
  <T> void during(
      String said,
      Supplier<T> task,
      Consumer<T> done,
      Consumer<Throwable> failed,
      Runnable cancelled) {
    forget();
    Job job = new Job(new AtomicBoolean(), cancelled);
    running = Optional.of(job);
    words.setText(said);
    bar.setAccessibleText(said);
    bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
    patience.playFromStart();
    var unused =
        Background.call(
                task, job.isUnwanted()::get, share -> Platform.runLater(() -> show(job, share)))
            .whenComplete(
                (result, e) ->
                    Platform.runLater(
                        () -> {
                          if (!end(job)) return;
                          if (e == null) done.accept(result);
                          else failed.accept(Background.cause(e));
                        }));
  }

  private void show(Job job, double share) {
    if (running.filter(r -> r.equals(job)).isPresent()) bar.setProgress(share);
  }

  /** Whether the job was still wanted. */
  private boolean end(Job job) {
    if (running.filter(r -> r.equals(job)).isEmpty()) return false;
    hide();
    return true;
  }

  private void hide() {
    running = Optional.empty();
    patience.stop();
    line.setVisible(false);
  }

  private void cancel() {
    Optional<Job> job = running;
    forget();
    job.ifPresent(j -> j.cancelled().run());
  }

  /** What is being read is no longer wanted, and nobody is told. */
  void forget() {
    running.ifPresent(job -> job.isUnwanted().set(true));
    hide();
  }

  /**
   * Something that is being read.
   *
   * @param cancelled when a person does not want it any more
   */
  private record Job(AtomicBoolean isUnwanted, Runnable cancelled) {}
}
