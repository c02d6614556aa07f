package undercurrent.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A language that the words of the program are written in. One is chosen when the program starts;
 * without a choice it is English, so that files do not depend on the machine. What goes into a file
 * is made within {@link #in}, in the language of the file.
 *
 * <p>Numbers have a point, except on the screen of a window, where they have the sign of its
 * language.
 */
public enum Language {
  ENGLISH("en", Locale.ROOT, '.'),
  GERMAN("de", Locale.GERMAN, ','),
  FRENCH("fr", Locale.FRENCH, ',');

  private static final char POINT = '.';

  /** Of the file that is being made by this thread. */
  private static final ScopedValue<Language> OF_FILE = ScopedValue.newInstance();

  private static volatile Language chosen = ENGLISH;
  private static volatile boolean isOnScreen;

  private final String code;
  private final Locale locale;
  private final char sign;

  Language(String code, Locale locale, char sign) {
    this.code = code;
    this.locale = locale;
    this.sign = sign;
  }

  /** Two letters, as ISO 639 has them. */
  public String code() {
    return code;
  }

  /** Where its words are found; English ones stand in the files without a language. */
  Locale locale() {
    return locale;
  }

  /** How dates are written in it. */
  public Locale dates() {
    return this == ENGLISH ? Locale.ENGLISH : locale;
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
    return OF_FILE.orElse(chosen);
  }

  /** Chooses the language of the words that are read from now on; numbers have a point. */
  public static void choose(Language language) {
    chosen = language;
    isOnScreen = false;
  }

  /** The same for a window, where numbers have the sign of the language too. */
  public static void chooseForScreen(Language language) {
    chosen = language;
    isOnScreen = true;
  }

  /**
   * Makes what goes into a file: its words are in this language, and its numbers have a point.
   * Other threads, also those that are begun within, know nothing of it.
   */
  public static <T, X extends Throwable> T in(
      Language language, ScopedValue.CallableOp<? extends T, X> made) throws X {
    return ScopedValue.where(OF_FILE, language).call(made);
  }

  /** What stands between the whole part of a number and its decimals. */
  public static char decimalSign() {
    return isOnScreen && !OF_FILE.isBound() ? chosen.sign : POINT;
  }

  /** Digits with a point, as people of this place write them. */
  public static String decimals(String digits) {
    return digits.replace(POINT, decimalSign());
  }

  /** Digits with a point, of digits that a person may have written with a comma. */
  public static String typed(String digits) {
    return digits.replace(',', POINT);
  }

  /** Whether a thing is spoken of in the singular when there are so many of it. */
  boolean isOne(long number) {
    return number == 1 || (this == FRENCH && number == 0);
  }
}
