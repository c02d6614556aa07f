package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.text.Bundle;
import undercurrent.text.Language;

/**
 * What people read stands in resource files: code has no texts of two words or more, but for logs,
 * errors of programmers, the names that models have (which are words of {@code ModelNames} too),
 * references to papers, and what is listed here.
 */
class VisibleTextsTest {
  private static final Path SOURCES = Path.of("src/main/java/undercurrent");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern JOINED =
      Pattern.compile(TEXT.pattern() + "(?:\\s*\\+\\s*" + TEXT.pattern() + ")*");
  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  /** What is called before a text that nobody but a programmer reads. */
  private static final Pattern PROGRAMMER =
      Pattern.compile(
          "(?:LOG\\.log\\([^;]*|IllegalStateException\\([^;]*|UnsupportedOperationException\\([^;]*"
              + "|UncheckedIOException\\([^;]*|requireNonNull\\([^;]*|\\.named\\(\\s*|compile\\(\\s*"
              + "|SuppressWarnings\\(\\s*)$");

  /** The year of a reference, signs of equations, and patterns of dates. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\b(?:19|20)\\d\\d\\b|[ₜ∂Σ]|log p|uuuu|mathrm");

  /** Texts that are no words of this program, or are those of a command or a file alone. */
  private static final Set<String> LISTED =
      Set.of(
          // The mark of a document.
          "undercurrent experiment",
          // The names of systems in settings and commands.
          "van der pol",
          "laser radar",
          // Parts of names, which ModelNames puts into words.
          " of regime ",
          " of mode ",
          // Names of scores, by which files and lessons ask for them.
          "forecast: one step ahead",
          "forecast: seasonal naive",
          "forecast: constant velocity",
          ": best linear (",
          // The unit of a setting.
          "time steps",
          // Whose settings they are, in a sentence of the settings.
          "the training",
          // A document that nobody wrote.
          "A count is negative.",
          "it is too large",
          // Fonts.
          "Inter Semi Bold",
          "/fonts/Inter-SemiBold.otf");

  /** Files of which no text is read by people, or whose readers are programmers. */
  private static final Set<String> FILES =
      Set.of(
          // Samples of tables and errors for pictures of the window.
          "view/Gallery.java",
          "view/GalleryScene.java",
          // A mistake in an equation that comes along.
          "view/formula/FormulaReader.java",
          "kind/Card.java",
          // The name of a thread.
          "session/Releases.java",
          "session/WorkerThreads.java",
          // A line that is missing in a file that comes along.
          "experiment/Example.java",
          // The style of pictures.
          "figure/SvgPen.java",
          "figure/SvgWriter.java");

  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    var words = new Bundle("undercurrent.inference.names").words(Language.ENGLISH);
    for (String key : words.keySet()) names.add(words.getString(key));
    return names;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "figure",
        "training",
        "inference",
        "kind",
        "experiment",
        "session",
        "lesson",
        "view"
      })
  void visibleTextsAreInResourceFiles(String name) throws IOException {
    Set<String> known = names();
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES.resolve(name))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String place = SOURCES.relativize(file).toString().replace('\\', '/');
        if (FILES.contains(place)) continue;
        for (String text : texts(Files.readString(file))) {
          if (!known.contains(text.strip())) found.add(place + ": " + text);
        }
      }
    }
    assertEquals(List.of(), found, "these belong into words.properties");
  }

  private static List<String> texts(String source) {
    String code = COMMENT.matcher(source).replaceAll("");
    List<String> texts = new ArrayList<>();
    Matcher joined = JOINED.matcher(code);
    while (joined.find()) {
      StringBuilder text = new StringBuilder();
      Matcher part = TEXT.matcher(joined.group());
      while (part.find()) text.append(part.group(1));
      String whole = text.toString();
      boolean isHarmless =
          !WORDS.matcher(whole).find()
              || LISTED.contains(whole)
              || REFERENCE.matcher(whole).find()
              || PROGRAMMER.matcher(code.substring(0, joined.start())).find();
      if (!isHarmless) texts.add(whole);
    }
    return texts;
  }

  @Test
  void whatIsLookedForIsFound() {
    assertEquals(List.of("two words"), texts("return \"two words\";"));
    assertEquals(List.of("one and more"), texts("say(\"one\"\n + \" and more\");"));
    assertTrue(texts("LOG.log(Level.INFO, \"two words\", e);").isEmpty());
    assertTrue(texts("// \"two words\"").isEmpty());
  }
}
