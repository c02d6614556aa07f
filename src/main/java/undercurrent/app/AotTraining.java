package undercurrent.app;

import java.nio.file.Path;
import java.util.Optional;
import undercurrent.command.Commands;
import undercurrent.view.LaunchOptions;
import undercurrent.view.WindowLauncher;

/**
 * The training run of Java's ahead-of-time cache, made once when an installer is built: it prints
 * the version and opens a window that closes by itself. It loads only the classes that every start
 * needs, because the cache grows with each of them.
 */
record AotTraining(Path folder) {
  /** What it is called on the command line; it is no command for people, so no help names it. */
  static final String NAME = "rehearse";

  int run() {
    int said = Commands.sayVersion();
    if (said != 0 || !Display.isPresent()) return said;
    LaunchOptions surroundings =
        new LaunchOptions(
            Optional.empty(),
            folder,
            folder.resolve("window.properties"),
            folder.resolve("recovery"));
    WindowLauncher.rehearse(surroundings);
    return 0;
  }
}
