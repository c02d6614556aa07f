package undercurrent.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code undercurrent version}: says which one this is. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  VersionCommand(Console console) {
    this.console = console;
  }

  static String version() {
    return Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
        .orElse("development version");
  }

  static String line() {
    return "Undercurrent " + version() + " (Java " + java() + ", " + system() + ")";
  }

  private static String java() {
    return Runtime.version().toString();
  }

  private static String system() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  @Override
  public Integer call() {
    if (json) {
      console.json(
          Console.JSON
              .createObjectNode()
              .put("undercurrent", version())
              .put("java", java())
              .put("system", system()));
    } else {
      console.say("%s", line());
    }
    return 0;
  }
}
