package undercurrent.command;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import undercurrent.kind.Catalogue;

/** The command line: everything that the window does, without it. */
public final class Commands {
  private final Console console;
  private final PictureGallery gallery;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /**
   * Commands that speak to the given writers.
   *
   * @param progress whether progress bars may be drawn on {@code err}
   * @param gallery renders the window's screens
   */
  public Commands(PrintWriter out, PrintWriter err, boolean progress, PictureGallery gallery) {
    this.console = new Console(out, err, progress);
    this.gallery = gallery;
  }

  /** Commands that speak to the terminal. */
  public static Commands onTerminal(boolean alwaysProgress, PictureGallery gallery) {
    boolean looked =
        Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
    return new Commands(
        new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
        looked || alwaysProgress,
        gallery);
  }

  /** Asks a running training to end after its step and to write what is there; from any thread. */
  public void stop() {
    stopped.set(true);
  }

  /** Which Undercurrent this is. */
  public static String version() {
    return VersionCommand.version();
  }

  /** What {@code undercurrent version} says, without what other commands need: it is at once. */
  public static void sayVersion() {
    System.out.println(VersionCommand.line());
  }

  /** Says one sentence on the terminal. */
  public static void complain(String sentence) {
    System.err.println(sentence);
  }

  @Command(
      name = "undercurrent",
      description = "A lab for deep state-space models. Without a command it opens the window.",
      synopsisSubcommandLabel = "COMMAND")
  private static final class Root implements Runnable {
    @Override
    public void run() {}
  }

  /** Runs one command: 0 = done, 1 = failed, 2 = not understood. */
  public int run(String... arguments) {
    CommandLine line = new CommandLine(new Root());
    line.addSubcommand(new SamplesCommand(console));
    line.addSubcommand(new InspectCommand(console));
    line.addSubcommand(new KindsCommand(console, Catalogue.standard()));
    line.addSubcommand(new TrainCommand(console, stopped::get));
    line.addSubcommand(new InferCommand(console));
    line.addSubcommand(new ExportCommand(console));
    line.addSubcommand(new GalleryCommand(console, gallery));
    line.addSubcommand(new BenchCommand(console));
    line.addSubcommand(new VersionCommand(console));
    for (CommandLine sub : line.getSubcommands().values()) withHelp(sub.getCommandSpec());
    withHelp(line.getCommandSpec());
    line.getCommandSpec().usageMessage().width(100);
    line.setOut(console.out());
    line.setErr(console.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(this::notUnderstood);
    line.setExecutionExceptionHandler(
        (e, l, result) -> {
          console.complain(Sentences.of(e));
          return e instanceof BadUsage ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
    if (arguments.length == 0) {
      line.usage(console.err());
      return CommandLine.ExitCode.USAGE;
    }
    try {
      return line.execute(arguments);
    } catch (Error e) {
      console.complain(Sentences.of(e));
      return CommandLine.ExitCode.SOFTWARE;
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  private static void withHelp(CommandSpec spec) {
    spec.mixinStandardHelpOptions(true);
    spec.version("Undercurrent " + VersionCommand.version());
    spec.usageMessage().width(100);
  }

  private int notUnderstood(ParameterException e, String... arguments) {
    CommandLine line = e.getCommandLine();
    console.complain(
        "%s Try '%s --help'."
            .formatted(sentence(e.getMessage()), line.getCommandSpec().qualifiedName()));
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(@org.jspecify.annotations.Nullable String message) {
    String text = String.valueOf(message).replaceAll("\\s+", " ").strip();
    return text.endsWith(".") ? text : text + ".";
  }
}
