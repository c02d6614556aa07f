package undercurrent.edit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import undercurrent.series.NumberWords;

/** The words in which edits are told. */
final class EditWords {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("undercurrent.edit.words", Locale.ENGLISH);

  private EditWords() {}

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    Object[] plain = new Object[values.length];
    for (int i = 0; i < plain.length; i++) plain[i] = String.valueOf(values[i]);
    return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(plain);
  }

  static String number(double value) {
    return NumberWords.format("%.4g", value);
  }

  static String percent(double share) {
    return NumberWords.format("%.0f", 100 * share);
  }
}
