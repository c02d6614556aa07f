package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import undercurrent.text.Bundle;
import undercurrent.text.Language;

/** Packages whose class {@code Words} reads their words use all of them, and none that is not. */
class WordsOfPackagesTest {
  private static final Path SOURCES = Path.of("src/main/java/undercurrent");

  /** Packages with words; those of view, kind and the knobs have tests of their own. */
  static final List<String> WITH_WORDS =
      List.of(
          "training",
          "inference",
          "figure",
          "series",
          "output",
          "settings",
          "math",
          "edit",
          "picture",
          "sweep",
          "app",
          "model",
          "experiment",
          "session",
          "lesson",
          "command");

  /** A text that may be a key, or the beginning of one. */
  private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z0-9]+)*\\.?)\"");

  /** A key at the place where it is read. */
  private static final Pattern READ = Pattern.compile("Words\\.of\\(\\s*\"([a-zA-Z0-9.]+)\"([,)])");

  @ParameterizedTest
  @FieldSource("WITH_WORDS")
  void everyWordIsUsedAndNoneIsMissing(String name) throws IOException {
    Set<String> keys =
        new TreeSet<>(
            new Bundle("undercurrent." + name + ".words").words(Language.ENGLISH).keySet());
    Set<String> texts = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        Matcher literals = LITERAL.matcher(source);
        while (literals.find()) texts.add(literals.group(1));
        if (!file.startsWith(SOURCES.resolve(name))) continue;
        Matcher read = READ.matcher(source);
        while (read.find()) if (!keys.contains(read.group(1))) missing.add(read.group(1));
      }
    }
    keys.removeIf(key -> isUsed(key, texts));
    assertEquals(Set.of(), keys, "these words are read nowhere");
    assertEquals(Set.of(), missing, "there are no such words");
  }

  /** A sentence with values is a pattern, where an apostrophe stands twice; others are none. */
  @Test
  void apostrophesAreDoubledWhereThereAreValues() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String name : Stream.concat(WITH_WORDS.stream(), Stream.of("kind", "view")).toList()) {
      Bundle words = new Bundle("undercurrent." + name + ".words");
      try (Stream<Path> files = Files.walk(SOURCES.resolve(name))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          READ.matcher(Files.readString(file))
              .results()
              .filter(read -> isWrong(words, read.group(1), read.group(2).equals(",")))
              .forEach(read -> wrong.add(name + ": " + read.group(1)));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean isWrong(Bundle bundle, String key, boolean hasValues) {
    return Arrays.stream(Language.values())
        .map(bundle::words)
        .filter(words -> words.containsKey(key))
        .map(words -> words.getString(key))
        .anyMatch(
            sentence ->
                hasValues ? sentence.replace("''", "").contains("'") : sentence.contains("''"));
  }

  /** By itself, by its beginning, or with an ending. */
  private static boolean isUsed(String key, Set<String> texts) {
    for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      if (texts.contains(key.substring(0, dot)) || texts.contains(key.substring(0, dot + 1))) {
        return true;
      }
    }
    return texts.contains(key);
  }
}
