package undercurrent.report;

import java.util.Optional;

/** Which Undercurrent runs, and on what. */
public final class Program {
  private Program() {}

  public static String version() {
    return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
        .orElseGet(() -> ReportWords.of("program.development"));
  }

  public static String java() {
    return Runtime.version().toString();
  }

  public static String system() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  /** All of it in one line. */
  public static String line() {
    return ReportWords.of("program.line", version(), java(), system());
  }
}
