package undercurrent.view;

import java.nio.file.Path;
import java.util.List;

/** Renders every screen and figure to PNG, off screen. */
public final class Gallery {
  private Gallery() {}

  /** The files that were written to a folder. */
  public static List<Path> render(Path folder) {
    throw new UnsupportedOperationException(folder.toString());
  }
}
