package undercurrent.spark;

import java.util.List;
import undercurrent.command.Commands;

/** The command line as spark-submit starts it: everything that needs no window. */
public final class SparkMain {
  private SparkMain() {}

  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    int exit = Commands.onTerminal(false, folder -> List.of()).run(arguments);
    // spark-submit takes any call of exit for a failure.
    if (exit != 0) System.exit(exit);
  }
}
