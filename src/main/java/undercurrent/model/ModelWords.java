package undercurrent.model;

import undercurrent.text.Bundle;

/** What models say of data and settings that they cannot use. */
public final class ModelWords {
  private static final Bundle BUNDLE = new Bundle("undercurrent.model.words");

  private ModelWords() {}

  public static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  public static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
