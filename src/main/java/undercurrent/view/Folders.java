package undercurrent.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Shows a folder in the system's own window for files. */
final class Folders {
  private static final System.Logger LOG = System.getLogger(Folders.class.getName());

  private Folders() {}

  /** False when the system has no such window. */
  static boolean open(Path folder) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String program =
        system.contains("windows") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
    try {
      var unused =
          new ProcessBuilder(program, folder.toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return true;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The folder could not be shown.", e);
      return false;
    }
  }
}
