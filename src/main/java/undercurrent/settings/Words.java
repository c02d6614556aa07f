package undercurrent.settings;

import undercurrent.text.Bundle;

/** The sentences about settings. */
final class Words {
  private static final Bundle BUNDLE = new Bundle("undercurrent.settings.words");

  private Words() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
