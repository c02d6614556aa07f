package undercurrent.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import undercurrent.experiment.ExperimentException;
import undercurrent.lesson.LessonException;
import undercurrent.output.NamedFailure;
import undercurrent.series.SeriesException;

/** Says what went wrong in one sentence. */
final class Sentences {
  private static final System.Logger LOG = System.getLogger(Sentences.class.getName());

  private Sentences() {}

  static String of(Throwable e) {
    LOG.log(System.Logger.Level.DEBUG, "A command failed.", e);
    String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    return switch (e) {
      case SeriesException s -> message;
      case ExperimentException x -> message;
      case LessonException l -> message;
      case IllegalArgumentException i -> message;
      case UncheckedIOException u when u.getCause() != null -> ofFile(u.getCause());
      case IOException io -> ofFile(io);
      case OutOfMemoryError o -> Words.of("sentence.memory");
      default -> {
        LOG.log(System.Logger.Level.ERROR, "Something unexpected happened.", e);
        yield Words.of("sentence.unexpected", e.getClass().getSimpleName(), message);
      }
    };
  }

  private static String ofFile(IOException e) {
    if (!(e instanceof FileSystemException file)) {
      return Words.of("sentence.file", String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
    return Words.of("sentence.notWritten", file.getFile(), NamedFailure.reason(file));
  }
}
