package undercurrent.inference;

import undercurrent.text.Bundle;

/** The words of estimates. */
final class Words {
  private static final Bundle BUNDLE = new Bundle("undercurrent.inference.words");

  private Words() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }

  /** "1 latent dimension", "2 latent dimensions". */
  static String count(String key, long number) {
    return BUNDLE.counted(key, number, number);
  }
}
