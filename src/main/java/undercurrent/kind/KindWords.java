package undercurrent.kind;

import java.util.Set;
import undercurrent.text.Bundle;

/** The words of kinds and of their figures. */
final class KindWords {
  private static final Bundle BUNDLE = new Bundle("undercurrent.kind.words");

  private KindWords() {}

  /** All that have words. */
  static Set<String> keys() {
    return BUNDLE.words().keySet();
  }

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
