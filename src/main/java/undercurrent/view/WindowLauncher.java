package undercurrent.view;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the window and returns when it is closed. */
public final class WindowLauncher {
  private WindowLauncher() {}

  public static void launch(Optional<Path> file) {
    throw new UnsupportedOperationException(file.toString());
  }
}
