package undercurrent.experiment;

import undercurrent.text.Bundle;

/** What is said of documents, and of runs beside one another. */
final class ExperimentWords {
  private static final Bundle BUNDLE = new Bundle("undercurrent.experiment.words");

  private ExperimentWords() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
