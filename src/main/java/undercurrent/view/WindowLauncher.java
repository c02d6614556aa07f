package undercurrent.view;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import undercurrent.session.Background;
import undercurrent.text.Language;

/** Opens the window and returns when it is closed. */
public final class WindowLauncher {
  private static volatile LaunchOptions surroundings =
      new LaunchOptions(
          Optional.empty(), Optional.empty(), Path.of("."), Path.of("."), Path.of("."));

  private static volatile boolean rehearsal;

  /** The window, once it is shown. */
  private static final CompletableFuture<Window> SHOWN = new CompletableFuture<>();

  private WindowLauncher() {}

  /** Blocks until the window is closed. */
  public static void launch(LaunchOptions around) {
    surroundings = around;
    speak(
        around
            .language()
            .or(() -> Preferences.language(around.preferences()))
            .orElseGet(Language::ofSystem));
    Application.launch(Window.class);
  }

  /** What JavaFX says itself, as in the menu of a field, is in the same language. */
  private static void speak(Language language) {
    Language.chooseForScreen(language);
    Locale formats = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(language.dates());
    Locale.setDefault(Locale.Category.FORMAT, formats);
  }

  /** Opens a window that closes by itself as soon as it is painted. */
  public static void rehearse(LaunchOptions around) {
    rehearsal = true;
    launch(around);
  }

  /** Raises the window, and opens a file in it; from any thread, and before it is there. */
  public static void open(Optional<Path> file) {
    whenShown(window -> window.raise(file));
  }

  /** The folder of the logs. */
  static Path logs() {
    return surroundings.logs();
  }

  /** Tells of an error; from any thread. Before there is a window the log has to do. */
  public static void report(String sentence, String code, String details) {
    if (!SHOWN.isDone()) return;
    whenShown(window -> ErrorWindow.show(window.stage(), logs(), sentence, code, details));
  }

  private static void whenShown(java.util.function.Consumer<Window> action) {
    var unused = SHOWN.thenAccept(window -> Platform.runLater(() -> action.accept(window)));
  }

  /** What JavaFX starts. */
  public static final class Window extends Application {
    private static final int PATIENCE_SECONDS = 10;
    private final CountDownLatch painted = new CountDownLatch(1);
    private Optional<MainWindow> window = Optional.empty();
    private Optional<Stage> shown = Optional.empty();

    @Override
    public void start(Stage stage) {
      // What reads files in the background waits, so that nothing holds up the first frame.
      var unused = Background.call(() -> painted.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
      MainWindow main =
          new MainWindow(
              stage, rehearsal ? Optional.empty() : Optional.of(surroundings.recoveries()));
      window = Optional.of(main);
      shown = Optional.of(stage);
      WindowMemory memory = new WindowMemory(stage, main, surroundings.preferences());
      Optional<String> note = memory.recall();
      stage.setOnHiding(e -> memory.keep());
      StartTime.painted(main.scene(), () -> begin(main, note, memory.document()));
      stage.show();
    }

    private void begin(MainWindow main, Optional<String> note, Optional<Path> last) {
      if (rehearsal) {
        stage().close();
        return;
      }
      painted.countDown();
      if (note.isPresent()) main.lab().troubleProperty().set(note);
      surroundings.file().or(() -> last).ifPresent(main.controller().files()::open);
      // After the file, so that it is shown only where no document was opened.
      main.openFirst();
      new RecoveryDialog(main.lab(), stage()).offerAllIn(surroundings.recoveries());
      SHOWN.complete(this);
    }

    private Stage stage() {
      return shown.orElseThrow();
    }

    private void raise(Optional<Path> file) {
      stage().setIconified(false);
      stage().toFront();
      stage().requestFocus();
      file.ifPresent(window.orElseThrow().controller().files()::open);
    }

    @Override
    public void stop() {
      window.ifPresent(w -> w.lab().close());
    }
  }
}
