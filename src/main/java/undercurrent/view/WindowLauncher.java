package undercurrent.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/** Opens the window and returns when it is closed. */
public final class WindowLauncher {
  private WindowLauncher() {}

  /** Blocks until the window is closed. */
  public static void launch(Optional<Path> file) {
    Application.launch(
        Window.class, file.map(f -> new String[] {f.toString()}).orElseGet(() -> new String[0]));
  }

  /** What JavaFX starts. */
  public static final class Window extends Application {
    private Optional<MainWindow> window = Optional.empty();

    @Override
    public void start(Stage stage) {
      MainWindow main = new MainWindow(stage);
      window = Optional.of(main);
      stage.show();
      List<String> files = getParameters().getRaw();
      main.openFirst();
      if (!files.isEmpty()) main.controller().files().open(Path.of(files.getFirst()));
    }

    @Override
    public void stop() {
      window.ifPresent(w -> w.lab().close());
    }
  }
}
