package undercurrent.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import undercurrent.experiment.ExperimentException;
import undercurrent.lesson.LessonException;
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
      case OutOfMemoryError o ->
          "There is not enough memory for this; use fewer hidden units, a shorter window or a"
              + " smaller file.";
      default -> {
        LOG.log(System.Logger.Level.ERROR, "Something unexpected happened.", e);
        yield "Something unexpected happened (%s: %s); please report it with the log."
            .formatted(e.getClass().getSimpleName(), message);
      }
    };
  }

  private static String ofFile(IOException e) {
    if (!(e instanceof FileSystemException file)) {
      return "A file cannot be read or written (%s); check the disk."
          .formatted(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
    String what =
        switch (file) {
          case AccessDeniedException a -> "there is no permission";
          case NoSuchFileException n -> "the folder is not there";
          case FileAlreadyExistsException f -> "a file of that name is in the way";
          default -> String.valueOf(file.getReason());
        };
    return "'%s' cannot be written (%s); choose another place with --out."
        .formatted(file.getFile(), what);
  }
}
