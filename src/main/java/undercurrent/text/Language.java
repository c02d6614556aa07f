package undercurrent.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A language that the words of the program are written in. One is chosen when the program starts;
 * without a choice it is English, so that files do not depend on the machine.
 */
public enum Language {
  ENGLISH("en", Locale.ROOT),
  GERMAN("de", Locale.GERMAN),
  FRENCH("fr", Locale.FRENCH);

  private static volatile Language chosen = ENGLISH;

  private final String code;
  private final Locale locale;

  Language(String code, Locale locale) {
    this.code = code;
    this.locale = locale;
  }

  /** Two letters, as ISO 639 has them. */
  public String code() {
    return code;
  }

  /** Where its words are found; English ones stand in the files without a language. */
  Locale locale() {
    return locale;
  }

  /** The language with these two letters, if there are words in it. */
  public static Optional<Language> of(String code) {
    return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
  }

  /** The language of this system, and English where there are no words in it. */
  public static Language ofSystem() {
    return of(Locale.getDefault(Locale.Category.DISPLAY).getLanguage()).orElse(ENGLISH);
  }

  /** The language that words are read in. */
  public static Language chosen() {
    return chosen;
  }

  /** Chooses the language of the words that are read from now on. */
  public static void choose(Language language) {
    chosen = language;
  }
}
