package undercurrent.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import undercurrent.kind.Catalogue;
import undercurrent.text.Bundle;
import undercurrent.text.Visible;

/** The command line: everything that the window does, without it. */
public final class Commands {
  /** What a program that was interrupted ends with, by custom. */
  static final int STOPPED = 130;

  /** What a program ends with whose arguments it does not understand. */
  public static final int NOT_UNDERSTOOD = CommandLine.ExitCode.USAGE;

  /** What each command and option is for. */
  private static final Bundle HELP = new Bundle("undercurrent.command.help");

  private final Console console;
  private final PictureGallery gallery;
  private final Catalogue catalogue;
  private final StopRequest stop = new StopRequest();
  private final Supplier<Optional<String>> trouble;

  /**
   * Commands that speak to the given writers.
   *
   * @param progress whether progress bars may be drawn on {@code err}
   * @param gallery renders the window's screens
   */
  public Commands(PrintWriter out, PrintWriter err, boolean progress, PictureGallery gallery) {
    this(out, err, progress, gallery, Catalogue.standard());
  }

  /** The same with other kinds of models. */
  Commands(
      PrintWriter out,
      PrintWriter err,
      boolean progress,
      PictureGallery gallery,
      Catalogue catalogue) {
    this(new Console(out, err, progress), gallery, catalogue, Optional::empty);
  }

  private Commands(
      Console console,
      PictureGallery gallery,
      Catalogue catalogue,
      Supplier<Optional<String>> trouble) {
    this.console = console;
    this.gallery = gallery;
    this.catalogue = catalogue;
    this.trouble = trouble;
  }

  /** Commands that speak to the terminal. */
  public static Commands onTerminal(boolean alwaysProgress, PictureGallery gallery) {
    boolean looked =
        Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
    StandardOutput out = StandardOutput.ofProgram();
    Console console =
        new Console(
            new PrintWriter(out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            looked || alwaysProgress);
    return new Commands(console, gallery, Catalogue.standard(), out::trouble);
  }

  /** Makes a running training end and write what is there; from any thread. */
  public void stop() {
    stop.ask();
    // The output must not stand behind a bar.
    console.complain(
        (console.progress() ? System.lineSeparator() : "") + Words.of("commands.stopping"));
  }

  /** Whether what was to be written after a stop has had its time. */
  public boolean isOutOfTime() {
    return stop.isOver();
  }

  /** Says what a stopped command could not write in its time. */
  public void sayWhatIsNotWritten() {
    switch (stop.stake()) {
      case NOTHING -> {}
      case RUNS -> console.complain(Words.of("stopped.runs"));
      case TRAINED -> console.complain(Words.of("stopped.nothing"));
      case TABLES -> console.complain(Words.of("stopped.tables"));
    }
  }

  /** Which Undercurrent this is. */
  public static String version() {
    return VersionCommand.version();
  }

  /** What {@code undercurrent version} says, without what other commands need: it is at once. */
  public static int sayVersion() {
    StandardOutput out = StandardOutput.ofProgram();
    byte[] line = (VersionCommand.line() + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    out.write(line, 0, line.length);
    out.trouble().ifPresent(Commands::complain);
    return out.trouble().isPresent() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
  }

  /** Says one sentence on the terminal. */
  public static void complain(String sentence) {
    System.err.println(Visible.of(sentence));
  }

  @Command(name = "undercurrent", synopsisSubcommandLabel = "COMMAND")
  private static final class Root implements Runnable {
    @Override
    public void run() {}
  }

  /** All commands by their names, in the order of the help. */
  private Map<String, Supplier<Object>> all() {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("samples", () -> new SamplesCommand(console));
    all.put("inspect", () -> new InspectCommand(console, catalogue));
    all.put("kinds", () -> new KindsCommand(console, catalogue));
    all.put("train", () -> new TrainCommand(console, stop, catalogue));
    all.put("infer", () -> new InferCommand(console, catalogue));
    all.put("sweep", () -> new SweepCommand(console, stop, catalogue));
    all.put("backtest", () -> new BacktestCommand(console, catalogue));
    all.put("export", () -> new ExportCommand(console, catalogue));
    all.put("report", () -> new ReportCommand(console, catalogue));
    all.put("gallery", () -> new GalleryCommand(console, gallery));
    all.put("bench", () -> new BenchCommand(console));
    all.put("check", () -> new CheckCommand(console, stop));
    all.put("lesson", () -> new LessonCommand(console));
    all.put("version", () -> new VersionCommand(console));
    return all;
  }

  /** What understands some arguments, with the words of the help. */
  CommandLine line(String... arguments) {
    CommandLine line = new CommandLine(new Root());
    Map<String, Supplier<Object>> all = all();
    // All options of a command are looked up when it is added, which takes longer than a small fit.
    if (arguments.length > 0 && all.containsKey(arguments[0]))
      all.keySet().retainAll(Set.of(arguments[0]));
    all.forEach((name, command) -> line.addSubcommand(name, command.get()));
    for (CommandLine sub : line.getSubcommands().values()) withHelp(sub.getCommandSpec());
    withHelp(line.getCommandSpec());
    line.getCommandSpec().usageMessage().width(100);
    line.setResourceBundle(HELP.words());
    return line;
  }

  /** Runs one command: 0 = done, 1 = failed, 2 = not understood, 130 = stopped. */
  public int run(String... arguments) {
    CommandLine line = line(arguments);
    line.setOut(console.out());
    line.setErr(console.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(this::notUnderstood);
    line.setExecutionExceptionHandler(
        (e, l, result) -> {
          if (stop.isAsked()) return STOPPED;
          console.complain(Sentences.of(e));
          return e instanceof BadUsage ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        });
    if (arguments.length == 0) {
      line.usage(console.err());
      return CommandLine.ExitCode.USAGE;
    }
    try {
      int code = line.execute(arguments);
      console.out().flush();
      if (stop.isAsked()) return STOPPED;
      trouble.get().ifPresent(console::complain);
      return trouble.get().isPresent() ? CommandLine.ExitCode.SOFTWARE : code;
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
        Words.of("commands.help", sentence(e.getMessage()), line.getCommandSpec().qualifiedName()));
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(@org.jspecify.annotations.Nullable String message) {
    String text = Misuse.words(String.valueOf(message).replaceAll("\\s+", " ").strip());
    return text.endsWith(".") ? text : text + ".";
  }
}
