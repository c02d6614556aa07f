package undercurrent.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.command.Commands;
import undercurrent.lesson.Lessons;
import undercurrent.text.Language;
import undercurrent.view.Gallery;
import undercurrent.view.LaunchOptions;
import undercurrent.view.WindowLauncher;

/**
 * The entry point: without arguments, or with a file to open, the window; else the command line.
 * Without a display the main job runs off screen instead.
 */
public final class Main {
  private static final System.Logger LOG = System.getLogger(Main.class.getName());

  /** Draws without the graphics card, for one whose driver cannot. */
  private static final String SAFE_GRAPHICS = "--safe-graphics";

  /** What stands before a lesson: a file, or the name of one that comes along. */
  private static final String LESSON = "--lesson";

  private Main() {}

  public static void main(String[] arguments) {
    if (arguments.length == 1 && arguments[0].equals("version")) {
      System.exit(Commands.sayVersion());
    }
    int exit = 1;
    try {
      Logs.start(Places.logs());
      Thread.setDefaultUncaughtExceptionHandler(new UncaughtErrors());
      exit = run(arguments);
    } catch (RuntimeException | Error e) {
      Commands.complain("Undercurrent could not start (%s).".formatted(e));
      LOG.log(System.Logger.Level.ERROR, "Undercurrent could not start.", e);
    }
    System.exit(exit);
  }

  /** The exit code of the program. */
  static int run(String... given) {
    List<String> rest = new ArrayList<>(List.of(given));
    if (rest.remove(SAFE_GRAPHICS)) System.setProperty("prism.order", "sw");
    Optional<Language> language;
    try {
      language = LanguageOption.take(rest);
    } catch (IllegalArgumentException e) {
      Commands.complain(String.valueOf(e.getMessage()));
      return Commands.NOT_UNDERSTOOD;
    }
    language.ifPresent(Language::choose);
    String[] arguments = rest.toArray(String[]::new);
    if (arguments.length >= 2 && arguments[0].equals(AotTraining.NAME)) {
      return new AotTraining(Path.of(arguments[1]), rest.contains(AotTraining.COMMANDS)).run();
    }
    boolean isLesson = arguments.length == 2 && arguments[0].equals(LESSON);
    Optional<Path> file = isLesson ? lesson(arguments[1]) : fileToOpen(arguments);
    if (arguments.length > 0 && file.isEmpty()) {
      return command(arguments);
    }
    if (isLesson && !Display.isPresent()) return command("lesson", arguments[1]);
    if (!Display.isPresent()) {
      withoutScreen();
      Commands commands = Commands.onTerminal(true, Gallery::render);
      return Interrupt.guard(commands, () -> new Demo(commands).run(file));
    }
    return window(language, file);
  }

  private static int command(String... arguments) {
    withoutScreen();
    Commands commands = Commands.onTerminal(false, Gallery::render);
    return Interrupt.guard(commands, () -> commands.run(arguments));
  }

  /**
   * Pictures are drawn by Java2D, which otherwise needs a screen, even for one that is not there.
   */
  private static void withoutScreen() {
    System.setProperty("java.awt.headless", "true");
  }

  private static int window(Optional<Language> language, Optional<Path> file) {
    if (SingleInstance.handOver(Places.meetings(), file, WindowLauncher::open)) return 0;
    try {
      OpenFileEvents.listen();
      WindowLauncher.launch(
          new LaunchOptions(
              language, file, Places.logs(), Places.preferences(), Places.recoveries()));
      return 0;
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.ERROR, "The window could not be opened.", e);
      UnexpectedError trouble =
          UnexpectedError.of(
              Words.of("launch.failed", reason(e), "undercurrent " + SAFE_GRAPHICS, Places.logs()),
              e);
      Commands.complain(trouble.sentence());
      FailureWindow.show(trouble);
      return 1;
    }
  }

  /** The words of the first cause, which is nearest to what is really wrong. */
  private static String reason(Throwable e) {
    Throwable first = e;
    while (first.getCause() != null) first = first.getCause();
    return Optional.ofNullable(first.getMessage()).orElse(first.toString());
  }

  /** The name of one that comes along stands for its file, which the window finds. */
  private static Optional<Path> lesson(String given) {
    try {
      Path file = Path.of(given);
      return Optional.of(Files.exists(file) ? file.toAbsolutePath() : Lessons.named(given));
    } catch (InvalidPathException e) {
      return Optional.empty();
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
