package undercurrent.edit;

import undercurrent.series.NumberWords;
import undercurrent.text.Bundle;

/** The words in which edits are told. */
final class EditWords {
  private static final Bundle BUNDLE = new Bundle("undercurrent.edit.words");

  private EditWords() {}

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }

  static String number(double value) {
    return NumberWords.format("%.4g", value);
  }

  static String percent(double share) {
    return NumberWords.format("%.0f", 100 * share);
  }
}
