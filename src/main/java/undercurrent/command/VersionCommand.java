package undercurrent.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import undercurrent.report.JsonText;
import undercurrent.report.Program;

/** {@code undercurrent version}: says which one this is. */
@Command(name = "version")
final class VersionCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--json")
  private boolean json;

  VersionCommand(Console console) {
    this.console = console;
  }

  static String version() {
    return Program.version();
  }

  static String line() {
    return Program.line();
  }

  @Override
  public Integer call() {
    if (json) {
      console.json(
          JsonText.JSON
              .createObjectNode()
              .put("undercurrent", version())
              .put("java", Program.java())
              .put("system", Program.system()));
    } else {
      console.line(line());
    }
    return 0;
  }
}
