package undercurrent.app;

import java.awt.Desktop;
import java.util.Locale;
import java.util.Optional;
import undercurrent.view.WindowLauncher;

/** On macOS a double click on a file sends an event where other systems give an argument. */
final class OpenFileEvents {
  private OpenFileEvents() {}

  static void listen() {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")) return;
    if (!Desktop.isDesktopSupported()) return;
    Desktop desktop = Desktop.getDesktop();
    if (!desktop.isSupported(Desktop.Action.APP_OPEN_FILE)) return;
    desktop.setOpenFileHandler(
        event -> event.getFiles().forEach(f -> WindowLauncher.open(Optional.of(f.toPath()))));
  }
}
