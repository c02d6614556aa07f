package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.text.Bundle;
import undercurrent.text.Language;

/**
 * What people read stands in resource files: the code has no text of two words, nor half of one.
 */
class VisibleStringsTest {
  private static final Path SOURCES = Path.of("src/main/java/undercurrent");

  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}['”]?[,;:.]? ['“]?\\p{L}{2,}");

  /** A word that is joined to others, as in {@code count + " rows"}. */
  private static final Pattern JOINED = Pattern.compile("^[,;:.]? \\p{L}{2,}|\\p{L}{2,}[,;:]? $");

  /** Messages that only programmers see. */
  private static final Set<String> MISTAKES =
      Set.of(
          "IllegalStateException",
          "UnsupportedOperationException",
          "UncheckedIOException",
          "AssertionError");

  /** They take a pattern, a name of random numbers, a thing to count, or go into a log. */
  private static final Set<String> CALLS =
      Set.of("compile", "matches", "named", "count", "log", "requireNonNull");

  /** They print a line of a command: of the form that they are given words are only put in. */
  private static final Set<String> PRINTS = Set.of("console.say", "console.line");

  private static final Pattern CONVERSION = Pattern.compile("%[-+ 0-9.]*[a-z%]");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  private static final Pattern MARKUP = Pattern.compile("[<{\\\\]");

  /** References to papers, equations, and forms of dates. */
  private static final Pattern SIGNS = Pattern.compile("\\b(?:19|20)\\d\\d\\b|[ₜ∂Σ]|log p|uuuu");

  /** The first texts of these are names of generated data and of their channels and times. */
  private static final Set<String> NAMES =
      Set.of(
          "SeriesSet",
          "TimeAxis",
          "run.data",
          "GeneratedSet.single",
          "GeneratedSet.channels",
          "GeneratedFilm.of(side, Channel.Kind.PIXEL, List.of(\"radius\")).clips",
          "GeneratedFilm.of(side, Channel.Kind.PIXEL, truth).clips",
          "BouncingBall",
          "HeatPlate",
          "NoisySine",
          "Film.channels");

  /**
   * Names of months, forms of times, and units, as files have them in many languages; and classes
   * whose texts are markup, threads, mistakes in what comes along, or samples for pictures.
   */
  private static final Set<String> DICTIONARIES =
      Set.of(
          "Gallery",
          "GalleryScene",
          "Card",
          "Example",
          "FormulaReader",
          "Releases",
          "WorkerThreads",
          "SvgPen",
          "SvgWriter",
          "FigureAxis",
          "PdfFont",
          "PdfPen",
          "PdfWriter",
          "CalendarCodes",
          "StampForm",
          "StampWords",
          "Stamps",
          "TimeParts",
          "UnitName",
          "UnitRow");

  /** Names that models have, which {@code ModelNames} puts into words. */
  private static final Set<String> NAMES_OF_MODELS = namesOfModels();

  private static Set<String> namesOfModels() {
    ResourceBundle words = new Bundle("undercurrent.inference.names").words(Language.ENGLISH);
    Set<String> names = new HashSet<>();
    for (String key : words.keySet()) names.add(words.getString(key));
    return names;
  }

  /** What files say and have, and misuse of a class. */
  private static final Set<String> ALLOWED =
      Set.of(
          "time step",
          "quarter note",
          "time steps in a quarter note: ",
          "column ",
          "column 1",
          " track ",
          ", segment ",
          " (row ",
          " UTC",
          " bpm",
          "[%d×%d] cannot be repeated to [%d×%d]",
          "[%d×%d] cannot become [%d×%d]",
          "%d rows do not fill %d",
          "%d rows do not fold to %d",
          "The series '%s' has %d times and %d rows.",
          "The condition '%s' names no setting; its settings are %s.",
          "There is no setting '",
          "The parameter '",
          "' is there twice.",
          "small matrices have at most 8 rows and columns",
          "no entry ",
          "recorded for %d steps, not %d",
          "no part of a state: ",
          "a coupling layer needs two channels",
          "is not evaluated here",
          "not mixed: ",
          "no variance: ",
          "Nothing is given.",
          // The mark of a document, and documents that nobody wrote.
          "undercurrent experiment",
          "A count is negative.",
          "it is too large",
          // Names of systems in settings and commands.
          "van der pol",
          "laser radar",
          // Parts of names, which names of models are put into words of.
          " of regime ",
          " of mode ",
          "variance of wave ",
          " a quarter later",
          "effect of ",
          "immediate ",
          "lasting ",
          "harmonic ",
          "input ",
          ", times counted in units of ",
          " north",
          " east",
          " of ",
          // Names of scores, by which files and lessons ask for them.
          "predicted: persistence",
          "forecast: persistence",
          "forecast: one step ahead",
          "forecast: seasonal naive",
          "forecast: mean",
          "forecast: constant velocity",
          // Units, a font, and a form of a clock.
          "time steps",
          " per time step",
          " per ",
          " min",
          "Inter Semi Bold",
          "CFF ",
          " HH:mm",
          // Before words can be read.
          "Undercurrent could not start (%s).",
          // A command, a folder, a log and the name of a thread.
          "undercurrent ",
          "Undercurrent ",
          "Application Support",
          "it belongs to ",
          "later starts");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text",
        "output",
        "settings",
        "math",
        "series",
        "edit",
        "training",
        "model",
        "inference",
        "figure",
        "picture",
        "kind",
        "experiment",
        "report",
        "lesson",
        "sweep",
        "session",
        "view",
        "app",
        "command"
      })
  void noTextOfWordsStandsInCode(String name) throws IOException {
    assertEquals(
        List.of(), found(SOURCES.resolve(name)), "texts for people stand in words.properties");
  }

  @Test
  void whatIsLookedForIsFound(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("Some.java"),
        """
        class Some {
          // "of a comment"
          @Told(description = "of an annotation")
          String say(int n) {
            console.say("%-5s steps %s", "%s", Words.of("a.key"));
            console.say("  %-5s %s" + "%n", Words.of("a.key"));
            LOG.log(Level.INFO, "a line " + n, "of a log");
            if (n < 0) throw new IllegalStateException("of a programmer");
            return n == 1 ? "two words" : n + " rows";
          }
        }
        """);
    assertEquals(
        List.of("Some: of an annotation", "Some: %-5s steps %s", "Some: two words", "Some:  rows"),
        found(folder));
  }

  private static List<String> found(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> walked = Files.walk(folder)) {
      List<Path> files = walked.filter(f -> f.toString().endsWith(".java")).sorted().toList();
      assertFalse(files.isEmpty(), () -> folder + " has classes");
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        String type = file.substring(0, file.length() - ".java".length());
        if (!DICTIONARIES.contains(type)) unit.accept(new Texts(type, found), null);
      }
    }
    return found;
  }

  /** Gathers the texts of one class that people would read. */
  private static final class Texts extends TreeScanner<Void, Void> {
    private final String type;
    private final List<String> found;

    Texts(String type, List<String> found) {
      this.type = type;
      this.found = found;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
      if (literal.getValue() instanceof String text
          && !MARKUP.matcher(text).find()
          && !SIGNS.matcher(text).find()
          && !NAMES_OF_MODELS.contains(text.strip())
          && (WORDS.matcher(text).find() || JOINED.matcher(text).find())
          && !ALLOWED.contains(text)) {
        found.add(type + ": " + text);
      }
      return null;
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void none) {
      String name = made.getIdentifier().toString();
      return MISTAKES.contains(name) || NAMES.contains(name)
          ? scan(made.getClassBody(), null)
          : super.visitNewClass(made, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      String whole = call.getMethodSelect().toString();
      String name =
          call.getMethodSelect() instanceof MemberSelectTree select
              ? select.getIdentifier().toString()
              : whole;
      if (PRINTS.contains(whole)) form(call.getArguments().getFirst());
      return CALLS.contains(name) || NAMES.contains(whole)
          ? scan(call.getMethodSelect(), null)
          : super.visitMethodInvocation(call, null);
    }

    /** The form of a line has no word at all. */
    private void form(ExpressionTree form) {
      if (form instanceof BinaryTree sum) {
        form(sum.getLeftOperand());
        form(sum.getRightOperand());
      }
      if (form instanceof LiteralTree literal
          && literal.getValue() instanceof String text
          && WORD.matcher(CONVERSION.matcher(text).replaceAll(" ")).find()) {
        found.add(type + ": " + text);
      }
    }
  }
}
