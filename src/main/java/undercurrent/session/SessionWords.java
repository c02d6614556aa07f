package undercurrent.session;

import undercurrent.text.Bundle;

/** What is said of trainings that run in the background. */
final class SessionWords {
  private static final Bundle BUNDLE = new Bundle("undercurrent.session.words");

  private SessionWords() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
