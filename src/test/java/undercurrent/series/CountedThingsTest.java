package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import undercurrent.text.Bundle;
import undercurrent.text.Language;

/** Whatever is counted in a sentence of the program has words, and nothing else has. */
final class CountedThingsTest {
  private static final Pattern COUNTED =
      Pattern.compile("NumberWords\\s*\\.count\\([^;]*?\"([a-z -]+)\"\\)");

  @Test
  void whatIsCountedHasWords() throws IOException {
    Set<String> things = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher counted = COUNTED.matcher(Files.readString(file));
        while (counted.find()) things.add(counted.group(1).replace(' ', '-'));
      }
    }
    assertFalse(things.isEmpty());
    Set<String> words = new TreeSet<>();
    for (String key : new Bundle("undercurrent.series.words").words(Language.ENGLISH).keySet()) {
      if (key.startsWith("count.")) words.add(key.split("\\.")[1]);
    }
    assertEquals(things, words);
  }

  @Test
  void oneIsSingular() {
    assertEquals("1 time step", NumberWords.count(1, "time step"));
    assertEquals("0 time steps", NumberWords.count(0, "time step"));
    assertEquals("12345 frames", NumberWords.count(12_345, "frame"));
  }
}
