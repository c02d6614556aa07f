package undercurrent.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/** The words of knobs, their headings and their choices. */
public final class KnobWords {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("undercurrent.settings.knobs", Locale.ROOT);

  private KnobWords() {}

  /** All that have words. */
  public static Set<String> keys() {
    return BUNDLE.keySet();
  }

  /** The words under a key, if there are any. */
  static Optional<String> of(String key) {
    return BUNDLE.containsKey(key) ? Optional.of(BUNDLE.getString(key)) : Optional.empty();
  }

  /** A choice as a person reads it; one without words of its own as its name is written. */
  public static String choice(Object constant) {
    return of(key(constant)).orElse(Settings.text(constant).replace('-', ' '));
  }

  /** Where the words of a choice are. */
  private static String key(Object constant) {
    return "choice." + constant.getClass().getSimpleName() + "." + constant;
  }
}
