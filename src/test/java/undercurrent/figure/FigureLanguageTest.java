package undercurrent.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.text.Language;

class FigureLanguageTest {
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(is|are|with|from|given|lies?|after|forecast begins)\\b");

  @AfterEach
  void restore() {
    Language.choose(Language.ENGLISH);
  }

  private static Map<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    FigureExamples.all().forEach((name, figure) -> words.put(name, FigureWords.words(figure)));
    return words;
  }

  /** In a window that speaks German, a figure for a file is the one that was always written. */
  @Test
  void aFigureForAFileIsInTheLanguageOfTheFile() {
    Map<String, String> english = words();
    Language.chooseForScreen(Language.GERMAN);
    assertEquals(english, Language.in(Language.ENGLISH, FigureLanguageTest::words));
    Map<String, String> german = words();
    assertTrue(german.keySet().equals(english.keySet()) && !german.equals(english));
    Language.choose(Language.ENGLISH);
    assertEquals(english, words());
  }

  @Test
  void numbersOfTheScreenHaveTheSignOfTheLanguageAndThoseOfFilesAPoint() {
    Language.chooseForScreen(Language.FRENCH);
    assertEquals("0,25", Numbers.tick(0.25, 0.01, 1));
    assertEquals("−1,5", Numbers.words(-1.5));
    assertEquals("0.25", Language.in(Language.FRENCH, () -> Numbers.tick(0.25, 0.01, 1)));
    Language.choose(Language.FRENCH);
    assertEquals("−1.5", Numbers.words(-1.5));
  }

  /** What a figure says beside names from its data is in its language. */
  @Test
  void summariesHaveNoEnglish() {
    Language.choose(Language.GERMAN);
    FigureExamples.all()
        .forEach(
            (name, figure) ->
                assertFalse(
                    ENGLISH.matcher(figure.summary()).find(), name + ": " + figure.summary()));
  }
}
