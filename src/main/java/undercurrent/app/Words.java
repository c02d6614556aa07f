package undercurrent.app;

import undercurrent.text.Bundle;

/** What is said when the window cannot be opened, and by options before any command. */
final class Words {
  private static final Bundle BUNDLE = new Bundle("undercurrent.app.words");

  private Words() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
