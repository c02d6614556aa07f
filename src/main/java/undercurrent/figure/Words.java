package undercurrent.figure;

import undercurrent.inference.ModelNames;
import undercurrent.text.Bundle;

/** The words of figures, in the language that they are made in. */
final class Words {
  private static final Bundle BUNDLE = new Bundle("undercurrent.figure.words");

  private Words() {}

  /** Units of axes are short: they stand beside small figures in large letters too. */
  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }

  /** "1 time step", "2 time steps". */
  static String count(String key, long number) {
    return BUNDLE.counted(key, number, number);
  }

  /** The name that a model has for something. */
  static String name(String english) {
    return ModelNames.of(english);
  }
}
