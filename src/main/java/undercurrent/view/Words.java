package undercurrent.view;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import undercurrent.text.Visible;

/** The words of the window. */
final class Words {
  static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("undercurrent.view.words", Locale.ROOT);

  private Words() {}

  static String of(String key) {
    return BUNDLE.getString(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return Visible.of(new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(values));
  }
}
