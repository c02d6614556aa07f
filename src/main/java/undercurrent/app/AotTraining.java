package undercurrent.app;

import java.nio.file.Path;
import java.util.Optional;
import undercurrent.command.Commands;
import undercurrent.view.LaunchOptions;
import undercurrent.view.WindowLauncher;

/**
 * A short run through the usual work, made once when an installer is built, so that Java can keep
 * what it loaded: the version, and a window that closes by itself. Only what every start needs is
 * done, for all that is kept takes room.
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
