package undercurrent.view;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.ExperimentException;
import undercurrent.lesson.LessonException;
import undercurrent.series.SeriesException;
import undercurrent.session.Background;

/**
 * Asks for files, and reads and writes them away from the screen's thread; what goes wrong is said
 * in the window, with the name of the file.
 */
final class FileTasks {
  private static final System.Logger LOG = System.getLogger(FileTasks.class.getName());
  private final Lab lab;
  private final Supplier<Window> window;
  private final Waiting waiting = new Waiting();
  private Optional<File> folder = Optional.empty();

  FileTasks(Lab lab, Supplier<Window> window) {
    this.lab = lab;
    this.window = window;
  }

  /** The window that dialogs belong to. */
  Window window() {
    return window.get();
  }

  FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  Optional<Path> chosen(@Nullable File file) {
    if (file == null) return Optional.empty();
    folder = Optional.ofNullable(file.getParentFile());
    return Optional.of(file.toPath());
  }

  /** The line that lets {@link #reading} be cancelled. */
  Node waiting() {
    return waiting.node();
  }

  /**
   * Reads a file away from the screen and then, on its thread, does what follows; it can be
   * cancelled, and is when another file is to be read.
   */
  <T> void reading(String name, Supplier<T> task, Consumer<T> then) {
    waiting.during(
        Words.of("file.opening", name), task, then, e -> say(sentence(name, e)), () -> {});
  }

  /** Does something away from the screen and then, on its thread, what follows. */
  <T> void inBackground(String name, Callable<T> task, Consumer<T> then) {
    inBackground(name, Background.call(task), then);
  }

  <T> void inBackground(String name, CompletableFuture<T> task, Consumer<T> then) {
    var unused =
        task.whenComplete(
            (result, e) ->
                Platform.runLater(
                    () -> {
                      if (e == null) then.accept(result);
                      else say(sentence(name, Background.cause(e)));
                    }));
  }

  /** What a person should know of it. */
  static String sentence(String name, Throwable e) {
    if (e instanceof SeriesException
        || e instanceof ExperimentException
        || e instanceof LessonException) {
      return String.valueOf(e.getMessage());
    }
    LOG.log(System.Logger.Level.ERROR, "Could not open or write " + name, e);
    if (e instanceof OutOfMemoryError) return Words.of("file.noMemory", name);
    String reason = e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString();
    if (e instanceof FileSystemException file && file.getReason() != null)
      reason = file.getReason();
    return Words.of("file.unexpected", name, reason);
  }

  void say(String sentence) {
    lab.troubleProperty().set(Optional.of(sentence));
  }

  void notify(String sentence) {
    Notifications.create().owner(window()).text(sentence).showInformation();
  }
}
