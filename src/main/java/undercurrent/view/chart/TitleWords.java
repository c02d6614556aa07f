package undercurrent.view.chart;

import java.util.Locale;
import undercurrent.figure.Figure;

/** A window names the series once, so its figures need not: what follows the name. */
final class TitleWords {
  private TitleWords() {}

  static String own(Figure shown) {
    // That one begins with the name of a channel, which may be a symbol.
    return shown.id().equals("observed") ? afterName(shown.title()) : own(shown.title());
  }

  static String own(String words) {
    String rest = afterName(words);
    if (rest.isEmpty()) return rest;
    return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
  }

  private static String afterName(String words) {
    return words.substring(words.lastIndexOf(": ") + 1).strip();
  }
}
