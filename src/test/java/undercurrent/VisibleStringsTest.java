package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** They take a pattern, the name of a stream of random numbers, a thing to count, or a log. */
  private static final Set<String> CALLS = Set.of("compile", "matches", "named", "count", "log");

  private static final Pattern MARKUP = Pattern.compile("[<{]");

  /** The first texts of these are names of generated data and of their channels and times. */
  private static final Set<String> NAMES =
      Set.of(
          "SeriesSet",
          "TimeAxis",
          "GeneratedSet.single",
          "GeneratedSet.channels",
          "GeneratedFilm.of(side, Channel.Kind.PIXEL, List.of(\"radius\")).clips",
          "GeneratedFilm.of(side, Channel.Kind.PIXEL, truth).clips",
          "BouncingBall",
          "HeatPlate",
          "NoisySine",
          "Film.channels");

  /** Names of months, forms of times, and units, as files have them, and operators of PDF. */
  private static final Set<String> DICTIONARIES =
      Set.of(
          "CalendarCodes",
          "PdfFont",
          "PdfPen",
          "PdfWriter",
          "StampForm",
          "StampWords",
          "Stamps",
          "TimeParts",
          "UnitName",
          "UnitRow");

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
          // Before words can be read.
          "Undercurrent could not start (%s).",
          // A command, a folder, a log and the name of a thread.
          "undercurrent ",
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
        "picture",
        "report",
        "sweep"
      })
  void noTextOfWordsStandsInCode(String name) throws IOException {
    List<String> found = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> walked = Files.walk(SOURCES.resolve(name))) {
      List<Path> files = walked.filter(f -> f.toString().endsWith(".java")).sorted().toList();
      assertFalse(files.isEmpty(), name);
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
    assertEquals(List.of(), found, "texts for people stand in words.properties");
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
          && (WORDS.matcher(text).find() || JOINED.matcher(text).find())
          && !ALLOWED.contains(text)) {
        found.add(type + ": " + text);
      }
      return null;
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void none) {
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
      return CALLS.contains(name) || NAMES.contains(whole)
          ? scan(call.getMethodSelect(), null)
          : super.visitMethodInvocation(call, null);
    }
  }
}
