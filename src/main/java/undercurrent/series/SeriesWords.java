package undercurrent.series;

import undercurrent.text.Bundle;

/** The sentences of this package: errors, notes, and what a preview says. */
final class SeriesWords {
  private static final Bundle BUNDLE = new Bundle("undercurrent.series.words");

  private SeriesWords() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }

  /** A name within a sentence. */
  static String quoted(String name) {
    return of("list.quoted", name);
  }

  /** What is said of one, or of several. */
  static String counted(String key, long number, Object... values) {
    return BUNDLE.counted(key, number, values);
  }
}
