package undercurrent.command;

import java.nio.file.Path;
import java.util.List;

/** Renders every screen and figure to pictures; the window provides it. */
public interface PictureGallery {
  /** The files that were written. */
  List<Path> render(Path folder);
}
