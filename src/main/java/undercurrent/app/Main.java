package undercurrent.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import undercurrent.command.Commands;
import undercurrent.view.Gallery;
import undercurrent.view.WindowLauncher;

/**
 * Where it starts: without arguments, or with a file to open, the window; else the command line.
 * Without a display the main job runs off screen instead.
 */
public final class Main {
  private static final System.Logger LOG = System.getLogger(Main.class.getName());

  private Main() {}

  public static void main(String[] arguments) {
    Logs.start();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> LOG.log(System.Logger.Level.ERROR, "Uncaught in " + thread.getName(), e));
    System.exit(run(arguments));
  }

  /** The exit code of the program. */
  static int run(String... arguments) {
    Optional<Path> file = fileToOpen(arguments);
    if (arguments.length > 0 && file.isEmpty()) {
      return Commands.onTerminal(false, Gallery::render).run(arguments);
    }
    if (!Display.isPresent()) {
      return new Demo(Commands.onTerminal(true, Gallery::render)).run(file);
    }
    try {
      WindowLauncher.launch(file);
      return 0;
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.ERROR, "The window could not be opened.", e);
      Commands.complain(
          "The window could not be opened (%s); the log in '%s' has the details."
              .formatted(e.getMessage(), Logs.folder()));
      return 1;
    }
  }

  /** A single argument that is a file is opened in the window, as a double click does. */
  private static Optional<Path> fileToOpen(String... arguments) {
    if (arguments.length != 1) return Optional.empty();
    try {
      Path path = Path.of(arguments[0]);
      return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
