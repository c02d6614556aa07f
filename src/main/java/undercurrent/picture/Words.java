package undercurrent.picture;

import undercurrent.text.Bundle;

/** Why figures cannot be written. */
final class Words {
  private static final Bundle BUNDLE = new Bundle("undercurrent.picture.words");

  private Words() {}

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
