package undercurrent.report;

import java.util.Optional;

/** Which Undercurrent runs, and on what. */
public final class Program {
  private Program() {}

  public static String version() {
    return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
        .orElse("development version");
  }

  public static String java() {
    return Runtime.version().toString();
  }

  public static String system() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  /** All of it in one line. */
  public static String line() {
    return "Undercurrent " + version() + " (Java " + java() + ", " + system() + ")";
  }
}
