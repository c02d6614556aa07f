package undercurrent.training;

import undercurrent.text.Bundle;

/** The words of a training. */
final class Words {
  private static final Bundle BUNDLE = new Bundle("undercurrent.training.words");

  private Words() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
