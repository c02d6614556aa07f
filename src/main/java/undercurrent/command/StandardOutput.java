package undercurrent.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a command writes its results to. A failure is kept until the end of the command, and nothing
 * more is written; a reader that has seen enough, as {@code head} does, is no failure.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream out;
  private final BooleanSupplier isPipe;
  private Optional<IOException> failure = Optional.empty();

  StandardOutput(OutputStream out, BooleanSupplier isPipe) {
    this.out = out;
    this.isPipe = isPipe;
  }

  /** That of the program. */
  static StandardOutput ofProgram() {
    return new StandardOutput(
        new FileOutputStream(FileDescriptor.out), StandardOutput::isProgramsAPipe);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    if (failure.isPresent()) return;
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }

  /** A sentence about what could not be written. */
  Optional<String> trouble() {
    return failure
        .filter(e -> !isClosedPipe(e))
        .map(e -> Words.of("output.failed", String.valueOf(e.getMessage())));
  }

  /** A pipe cannot be full, so one that cannot be written has nobody who reads it. */
  private boolean isClosedPipe(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("pipe") || isPipe.getAsBoolean();
  }

  /** Known on Linux, where the message may be in any language. */
  private static boolean isProgramsAPipe() {
    try {
      String place = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return place.startsWith("pipe:") || place.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException noSuchPlace) {
      return false;
    }
  }
}
