package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Fractions become words only through {@code NumberWords.format}, or what passes them on to it, so
 * that nobody reads "NaN" or "Infinity".
 */
final class NumbersInWordsTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** A conversion of a fraction in a text. */
  private static final Pattern FRACTION =
      Pattern.compile("%[-#+ 0,(]*\\d*(?:\\.\\d+)?[eEfgGaA](?![a-zA-Z])");

  /** Formatting that knows nothing of numbers that are none. */
  private static final Pattern FORMAT = Pattern.compile("String\\s*\\.format\\(|\\.formatted\\(");

  /** The home of numbers, and what is no text for people. */
  private static final List<String> HOMES =
      List.of(
          "series/NumberWords.java",
          // The size of a letter for the style of a window.
          "view/LetterSizes.java");

  @Test
  void noFractionIsFormattedElsewhere() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String name =
            SOURCES.resolve("undercurrent").relativize(file).toString().replace('\\', '/');
        if (HOMES.contains(name)) continue;
        for (String statement : statements(Files.readString(file))) {
          if (isUnsafe(statement)) found.add(name + ": " + statement.strip());
        }
      }
    }
    assertEquals(List.of(), found, "use NumberWords.format");
  }

  @Test
  void whatIsLookedForIsFound() {
    assertTrue(isUnsafe("return String.format(Locale.ROOT, \"%.3f km\", x)"));
    assertTrue(isUnsafe("\"%s of %5.1f\"\n.formatted(a, x)"));
    assertTrue(!isUnsafe("return NumberWords.format(\"%.3f km\", x)"));
    assertTrue(!isUnsafe("return \"%s for %d\".formatted(a, n)"));
  }

  private static boolean isUnsafe(String statement) {
    return FORMAT.matcher(statement).find() && FRACTION.matcher(statement).find();
  }

  /** Between semicolons outside of texts on one line. */
  private static List<String> statements(String source) {
    List<String> statements = new ArrayList<>();
    boolean inText = false;
    int from = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\n') inText = false;
      else if (inText && c == '\\') i++;
      else if (c == '"') inText = !inText;
      else if (c == ';' && !inText) {
        statements.add(source.substring(from, i));
        from = i + 1;
      }
    }
    return statements;
  }
}
