package undercurrent.view;

import javafx.stage.Stage;

/** Opens and closes whole windows off screen. */
final class TestWindows {
  private TestWindows() {}

  static MainWindow open() {
    OffScreen.start();
    return OffScreen.call(
        () -> {
          Stage stage = new Stage();
          MainWindow opened = new MainWindow(stage);
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
