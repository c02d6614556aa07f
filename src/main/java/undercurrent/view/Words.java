package undercurrent.view;

import java.util.ResourceBundle;
import undercurrent.text.Bundle;
import undercurrent.text.Visible;

/** The words of the window. */
final class Words {
  private static final Bundle BUNDLE = new Bundle("undercurrent.view.words");

  private Words() {}

  /** All of them, in the language of the window. */
  static ResourceBundle all() {
    return BUNDLE.words();
  }

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return Visible.of(BUNDLE.of(key, values));
  }
}
