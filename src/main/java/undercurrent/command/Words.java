package undercurrent.command;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import undercurrent.series.Part;
import undercurrent.text.Bundle;
import undercurrent.text.Language;

/** What commands say: results, and what cannot be done. */
final class Words {
  private static final Bundle BUNDLE = new Bundle("undercurrent.command.words");

  private Words() {}

  static String of(String key) {
    return BUNDLE.of(key);
  }

  /** The English words under keys that begin so. */
  static Map<String, String> english(String beginning) {
    ResourceBundle words = BUNDLE.words(Language.ENGLISH);
    return words.keySet().stream()
        .filter(key -> key.startsWith(beginning))
        .collect(Collectors.toMap(Function.identity(), words::getString));
  }

  /** With {@code {0}}, {@code {1}} … replaced. */
  static String of(String key, Object... values) {
    return BUNDLE.of(key, values);
  }

  /** "test part". */
  static String part(Part part) {
    return of("part." + part);
  }

  /** What is said of one, or of several. */
  static String counted(String key, long number, Object... values) {
    return BUNDLE.counted(key, number, values);
  }
}
