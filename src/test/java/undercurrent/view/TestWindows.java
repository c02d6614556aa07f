package undercurrent.view;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;

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
          stage.show();
          return opened;
        });
  }

  static void close(MainWindow window) {
    OffScreen.run(
        () -> {
          window.lab().close();
          window.scene().getWindow().hide();
        });
  }
}
