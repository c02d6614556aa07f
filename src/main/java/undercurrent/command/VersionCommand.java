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

  @Override
  public Integer call() {
    String java = Runtime.version().toString();
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (json) {
      console.json(
          Console.JSON
              .createObjectNode()
              .put("undercurrent", version())
              .put("java", java)
              .put("system", system));
    } else {
      console.say("Undercurrent %s (Java %s, %s)", version(), java, system);
    }
    return 0;
  }
}
