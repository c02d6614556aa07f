package undercurrent.app;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where complaints go when the launcher keeps standard error for what Java itself says at its
 * start: to the place that it names.
 */
final class ErrorStream {
  private static final String PLACE = "UNDERCURRENT_ERRORS";

  private ErrorStream() {}

  static void open() {
    String place = System.getenv(PLACE);
    if (place == null) return;
    try {
      // Appended to, for the place may be a file that others write to as well.
      System.setErr(
          new PrintStream(new FileOutputStream(place, true), true, StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      System.getLogger(ErrorStream.class.getName())
          .log(System.Logger.Level.WARNING, "Standard error stays where it is.", e);
    }
  }
}
