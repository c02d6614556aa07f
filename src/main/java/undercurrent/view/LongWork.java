package undercurrent.view;

import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import undercurrent.output.NamedFailure;
import undercurrent.session.Background;

/**
 * What a dialog does behind the window for minutes: the buttons that begin and end it, how far it
 * is, and a sentence about it. All of it lives on the screen's thread.
 */
final class LongWork {
  private final Button start;
  private final Button stop = new Button(Words.of("sweep.stop"));
  private final ProgressBar bar = new ProgressBar(0);
  private final Label said = new Label();
  private AtomicBoolean stopped = new AtomicBoolean();

  /** Work that is left early when it was stopped. */
  @FunctionalInterface
  interface Task<T> {
    T make(BooleanSupplier stopped) throws Exception;
  }

  /**
   * Idle.
   *
   * @param id how the ids of its controls begin
   * @param words of the button that begins it
   * @param begin is called by that button
   */
  LongWork(String id, String words, Runnable begin) {
    start = new Button(words);
    start.setId(id + "-start");
    start.getStyleClass().add("accent");
    start.setOnAction(e -> begin.run());
    start.setMinWidth(Region.USE_PREF_SIZE);
    stop.setId(id + "-stop");
    stop.setOnAction(e -> stop());
    stop.setMinWidth(Region.USE_PREF_SIZE);
    said.setId(id + "-said");
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.managedProperty().bind(said.textProperty().isNotEmpty());
    busy(false);
  }

  Node startButton() {
    return start;
  }

  Node stopButton() {
    return stop;
  }

  Node bar() {
    return bar;
  }

  Label said() {
    return said;
  }

  void say(String words) {
    said.setText(words);
  }

  void progress(double share) {
    bar.setProgress(share);
  }

  /** Ends what is going on, if anything. */
  void stop() {
    stopped.set(true);
  }

  boolean isIdle() {
    return !start.isDisabled();
  }

  /**
   * Begins a task on a thread of its own; when it fails, its reason is said.
   *
   * @param then gets what was made, or nothing when it failed
   */
  <T> void begin(Task<T> task, Consumer<Optional<T>> then) {
    AtomicBoolean mine = new AtomicBoolean();
    stopped = mine;
    say("");
    busy(true);
    var unused =
        Background.callAside(() -> task.make(mine::get))
            .whenComplete(
                (made, e) ->
                    Platform.runLater(
                        () -> {
                          if (e != null) say(sentence(Background.cause(e)));
                          then.accept(Optional.ofNullable(made));
                          busy(false);
                        }));
  }

  private static String sentence(Throwable e) {
    return e instanceof FileSystemException file
        ? Words.of("file.notWritten", file.getFile(), NamedFailure.reason(file))
        : String.valueOf(e.getMessage());
  }

  private void busy(boolean isBusy) {
    start.setDisable(isBusy);
    stop.setDisable(!isBusy);
    bar.setProgress(0);
    bar.setVisible(isBusy);
  }
}
