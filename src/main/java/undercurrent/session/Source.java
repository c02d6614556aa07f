package undercurrent.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an experiment that is opened comes from.
 *
 * @param file the document that it was opened from or last saved to, if there is one
 * @param unsaved whether it has already what no file has: changed settings, or a training
 */
public record Source(Optional<Path> file, boolean unsaved) {
  /** A table or a sample as it is. */
  public static final Source NONE = new Source(Optional.empty(), false);

  /** A document as it lies there. */
  public static Source of(Path file) {
    return new Source(Optional.of(file.toAbsolutePath()), false);
  }
}
