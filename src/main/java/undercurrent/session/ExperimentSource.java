package undercurrent.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an experiment that is opened comes from.
 *
 * @param file the document that it was opened from or last saved to, if there is one
 * @param unsaved whether it has already what no file has: changed settings, or a training
 */
public record ExperimentSource(Optional<Path> file, boolean unsaved) {
  /** A table or a sample as it is. */
  public static final ExperimentSource NONE = new ExperimentSource(Optional.empty(), false);

  /** A document as it lies there. */
  public static ExperimentSource of(Path file) {
    return new ExperimentSource(Optional.of(file.toAbsolutePath()), false);
  }
}
