package undercurrent.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Failures that name what a person asked for, and not a file beside it that is written first. */
public final class NamedFailure {
  private NamedFailure() {}

  /** The same failure, of the file or folder that was asked for. */
  public static FileSystemException of(Path file, IOException e) {
    FileSystemException named =
        switch (e) {
          case AccessDeniedException d -> new AccessDeniedException(file.toString());
          case NoSuchFileException m -> new NoSuchFileException(file.toString());
          case FileAlreadyExistsException f -> new FileAlreadyExistsException(file.toString());
          default -> new FileSystemException(file.toString(), null, reason(e));
        };
    named.initCause(e);
    return named;
  }

  /** Why a file cannot be written, as it stands after its name in a sentence. */
  public static String reason(IOException e) {
    String reason =
        switch (e) {
          case AccessDeniedException denied -> Words.of("failure.permission");
          case NoSuchFileException missing -> Words.of("failure.noFolder");
          case FileAlreadyExistsException there -> Words.of("failure.inTheWay");
          case FileSystemException file -> file.getReason();
          default -> e.getMessage();
        };
    return reason == null ? e.getClass().getSimpleName() : reason.replaceAll("\\s+", " ");
  }
}
