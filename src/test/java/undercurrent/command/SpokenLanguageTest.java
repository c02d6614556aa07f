package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.text.Language;

/** What commands print is in the language that is chosen, and what programs read is not. */
final class SpokenLanguageTest {
  @TempDir private Path folder = Path.of("");

  private Spoken trained(Language language) {
    Object out = folder.resolve(language.code());
    Object[] command = {"train", "nile", "--set", "kind=level", "--figures", "none", "--out", out};
    Spoken said = Language.in(language, () -> Spoken.of(command));
    assertEquals(0, said.exit(), said.err());
    return said;
  }

  @Test
  void aTrainingIsToldInTheLanguageAndItsTablesAreTheSame() throws IOException {
    String english = trained(Language.ENGLISH).out();
    String german = trained(Language.GERMAN).out();
    assertEquals(english.lines().count(), german.lines().count());
    for (String words : List.of("Scores on", "Written to", "variance", "forecast", "level")) {
      assertTrue(english.contains(words), words);
    }
    for (String words :
        List.of("Gütemaße auf dem Testteil:", "Geschrieben nach ", "Varianz", "Vorhersage")) {
      assertTrue(german.contains(words), german);
    }
    for (String words : List.of("Scores", "Written", "variance", "coverage", "rows", "seconds")) {
      assertFalse(german.contains(words), german);
    }
    for (String name : List.of("estimates.csv", "latents.csv", "curve.csv")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("en").resolve(name)),
          Files.readAllBytes(folder.resolve("de").resolve(name)),
          name);
    }
  }

  /** The outline of what is in a file has a word for each key. */
  @Test
  void eachKeyOfAnOutlineHasWords() throws IOException {
    Path source = Path.of("src/main/java/undercurrent/command/InspectCommand.java");
    Set<String> keys = new TreeSet<>(Set.of("training", "validation", "test"));
    Matcher put =
        Pattern.compile("put(?:Object|Array)?\\(\"(\\w+)\"").matcher(Files.readString(source));
    while (put.find()) keys.add(put.group(1));
    assertTrue(keys.size() > 40, keys.toString());
    Map<String, String> words = Words.english("outline.");
    for (String key : keys) assertEquals(key, words.remove("outline." + key), key);
    assertEquals(Map.of(), words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          inspect nile | Zeitreihen: Anzahl 1, kürzeste 100 | count 1
          inspect src/test/resources/cases/holes_rows_dropped.csv | Dezimalzeichen: dot | decimalSign
          kinds level | Gleichungen: | Equations
          check | Ein tiefes Modell sagt die Bahnen von Stürmen besser vorher | tracks
          check coupled --epochs 1 --series 20 | nicht beurteilt | judged
          """)
  void othersToo(String command, String german, String english) {
    Object[] words = command.split(" ");
    Spoken said = Language.in(Language.GERMAN, () -> Spoken.of(words));
    assertEquals(0, said.exit(), said.err());
    assertTrue(said.out().contains(german), said.out());
    assertFalse(said.out().contains(english), said.out());
    assertTrue(Spoken.of(words).out().contains(english), english);
  }
}
