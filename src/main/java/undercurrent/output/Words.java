package undercurrent.output;

import undercurrent.text.Bundle;

/** Why files cannot be written. */
final class Words {
  private static final Bundle BUNDLE = new Bundle("undercurrent.output.words");

  private Words() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }
}
