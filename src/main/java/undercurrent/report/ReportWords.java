package undercurrent.report;

import undercurrent.text.Bundle;

/** The words of reports. */
final class ReportWords {
  private static final Bundle BUNDLE = new Bundle("undercurrent.report.words");

  private ReportWords() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }
}
