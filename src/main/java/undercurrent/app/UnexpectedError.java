package undercurrent.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import undercurrent.command.Commands;

/**
 * An unexpected error, as a person reads it: one sentence, a code that is the same whenever the
 * same thing happens, and what a report needs.
 */
record UnexpectedError(String sentence, String code, String details) {
  private static final int PLACES = 8;

  /** What happened, said by {@code sentence}, because of {@code e}. */
  static UnexpectedError of(String sentence, Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    String code = code(e);
    String details =
        "%s%nCode %s%nUndercurrent %s, Java %s, %s %s%n%n%s"
            .formatted(
                sentence,
                code,
                Commands.version(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                trace);
    return new UnexpectedError(sentence, code, details);
  }

  /** From the kinds and places of the causes, not from their words. */
  private static String code(Throwable e) {
    int hash = 1;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      hash = 31 * hash + cause.getClass().getName().hashCode();
      StackTraceElement[] places = cause.getStackTrace();
      for (int i = 0; i < Math.min(PLACES, places.length); i++) {
        hash = 31 * hash + (places[i].getClassName() + '.' + places[i].getMethodName()).hashCode();
      }
    }
    return String.format(Locale.ROOT, "U-%04X", (hash ^ (hash >>> 16)) & 0xffff);
  }
}
