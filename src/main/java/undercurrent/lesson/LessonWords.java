package undercurrent.lesson;

import undercurrent.text.Bundle;

/** What is said of lessons that cannot be used. */
final class LessonWords {
  private static final Bundle BUNDLE = new Bundle("undercurrent.lesson.words");

  private LessonWords() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
