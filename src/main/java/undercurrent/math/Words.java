package undercurrent.math;

import undercurrent.text.Bundle;

/** What is wrong with the sizes of frames. */
final class Words {
  private static final Bundle BUNDLE = new Bundle("undercurrent.math.words");

  private Words() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
