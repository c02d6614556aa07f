package undercurrent.kind;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of kinds and of their figures. */
final class KindWords {
  static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("undercurrent.kind.words", Locale.ROOT);

  private KindWords() {}

  static String of(String key) {
    return BUNDLE.getString(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(values);
  }
}
