package undercurrent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import undercurrent.BesideOthers;

@ResourceLock(BesideOthers.LANGUAGE)
class LanguageTest {
  private static final Bundle WORDS = new Bundle("undercurrent.view.words");
  private final Locale usual = Locale.getDefault(Locale.Category.DISPLAY);

  @AfterEach
  void restore() {
    Language.choose(Language.ENGLISH);
    Locale.setDefault(Locale.Category.DISPLAY, usual);
  }

  @Test
  void wordsAreEnglishUntilALanguageIsChosen() {
    assertEquals(Language.ENGLISH, Language.chosen());
    assertEquals("Series", WORDS.of("look.series"));
    Language.choose(Language.GERMAN);
    assertEquals("Zeitreihe", WORDS.of("look.series"));
    assertEquals("Schritt 2 von 5", WORDS.of("lesson.stepOf", "2", "5"));
    Language.choose(Language.FRENCH);
    assertEquals("Étape 2 sur 5", WORDS.of("lesson.stepOf", "2", "5"));
  }

  @Test
  void theSystemsLanguageCountsWhereThereAreWordsInIt() {
    Locale.setDefault(Locale.Category.DISPLAY, Locale.CANADA_FRENCH);
    assertEquals(Language.FRENCH, Language.ofSystem());
    Locale.setDefault(Locale.Category.DISPLAY, Locale.JAPANESE);
    assertEquals(Language.ENGLISH, Language.ofSystem());
  }

  /** The words of a machine in German stay English where English is chosen. */
  @Test
  void englishDoesNotFallBackToTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("Series", WORDS.words(Language.ENGLISH).getString("look.series"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aLanguageIsNamedByTwoLetters() {
    assertEquals(Optional.of(Language.GERMAN), Language.of("de"));
    assertEquals(Optional.empty(), Language.of("xx"));
  }
}
