package undercurrent.view;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import undercurrent.experiment.Experiment;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.session.Snapshot.State;

/** Opens and closes whole windows off screen. */
final class TestWindows {
  private TestWindows() {}

  static MainWindow open() {
    return open(Optional.empty());
  }

  /** One that keeps what is unsaved in a folder. */
  static MainWindow open(Optional<Path> recoveries) {
    OffScreen.start();
    return OffScreen.call(
        () -> {
          Stage stage = new Stage();
          MainWindow opened = new MainWindow(stage, recoveries);
          opened.lab().preferences().speedProperty().set(Speed.FAST);
          stage.show();
          return opened;
        });
  }

  /**
   * What the training has shown last; nothing before its first snapshot. On the screen's thread.
   */
  static Optional<Snapshot> snapshot(MainWindow window) {
    return Optional.ofNullable(window.lab().snapshotProperty().get());
  }

  /** Trains an experiment to its end, and waits for its estimates with many paths. */
  static void train(MainWindow window, Experiment experiment) {
    OffScreen.run(
        () -> {
          window.lab().open(experiment);
          window.lab().play();
        });
    OffScreen.until(() -> window.lab().state().equals(Optional.of(State.FINISHED)));
    OffScreen.until(
        () -> snapshot(window).flatMap(Snapshot::beliefs).filter(Beliefs::fine).isPresent());
  }

  /** The dialogs that a window has opened; those that other tests have opened are not its own. */
  static Stream<DialogPane> dialogs(MainWindow window) {
    Window owner = window.scene().getWindow();
    return Window.getWindows().stream()
        .filter(w -> w instanceof Stage stage && stage.getOwner() == owner)
        .map(w -> w.getScene().getRoot())
        .filter(DialogPane.class::isInstance)
        .map(DialogPane.class::cast);
  }

  /** Closes a window and the dialogs that it has opened. */
  static void close(MainWindow window) {
    OffScreen.run(
        () -> {
          dialogs(window).toList().forEach(pane -> pane.getScene().getWindow().hide());
          window.lab().close();
          window.scene().getWindow().hide();
        });
  }
}
