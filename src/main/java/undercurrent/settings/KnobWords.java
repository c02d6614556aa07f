package undercurrent.settings;

import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import undercurrent.text.Bundle;

/** The words of knobs, their headings and their choices. */
public final class KnobWords {
  private static final Bundle BUNDLE = new Bundle("undercurrent.settings.knobs");

  private KnobWords() {}

  /** All that have words. */
  public static Set<String> keys() {
    return BUNDLE.words().keySet();
  }

  /** The words under a key, if there are any. */
  static Optional<String> of(String key) {
    ResourceBundle words = BUNDLE.words();
    return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
  }

  /** What people see beside the knob of a setting; nothing where there is none. */
  public static Optional<String> label(String setting) {
    return of(setting + ".label");
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
