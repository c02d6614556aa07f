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
    ErrorStream.open();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> LOG.log(System.Logger.Level.ERROR, "Uncaught in " + thread.getName(), e));
    int exit = 1;
    try {
      Logs.start();
      exit = run(arguments);
    } catch (RuntimeException | Error e) {
      Commands.complain("Undercurrent could not start (%s).".formatted(e));
      LOG.log(System.Logger.Level.ERROR, "Undercurrent could not start.", e);
    }
    System.exit(exit);
  }

  /** The exit code of the program. */
  static int run(String... arguments) {
    Optional<Path> file = fileToOpen(arguments);
    if (arguments.length > 0 && file.isEmpty()) {
      Commands commands = Commands.onTerminal(false, Gallery::render);
      return Interrupt.guard(commands, () -> commands.run(arguments));
    }
    if (!Display.isPresent()) {
      Commands commands = Commands.onTerminal(true, Gallery::render);
      return Interrupt.guard(commands, () -> new Demo(commands).run(file));
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
