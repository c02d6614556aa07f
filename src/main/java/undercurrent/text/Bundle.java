package undercurrent.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Words by their keys, in the language that was chosen.
 *
 * @param name of the file of the English words with its package, without its ending; files of other
 *     languages stand beside it
 */
public record Bundle(String name) {

  /** The words in the chosen language. */
  public ResourceBundle words() {
    return words(Language.chosen());
  }

  /** The words in one language. */
  public ResourceBundle words(Language language) {
    return ResourceBundle.getBundle(name, language.locale());
  }

  /**
   * The words under a key.
   *
   * @throws java.util.MissingResourceException when there are none
   */
  public String of(String key) {
    return words().getString(key);
  }

  /** The same with {@code {0}}, {@code {1}} … replaced; numbers have digits alone. */
  public String of(String key, Object... values) {
    Object[] plain = values.clone();
    for (int i = 0; i < plain.length; i++) {
      if (plain[i] instanceof Number number) plain[i] = number.toString();
    }
    return new MessageFormat(of(key), Locale.ENGLISH).format(plain);
  }

  /** The sentence about one thing, under the key with {@code .one}, or about several. */
  public String counted(String key, long number, Object... values) {
    return of(key + (Language.chosen().isOne(number) ? ".one" : ".more"), values);
  }

  /** Whether there are words under a key. */
  public boolean has(String key) {
    return words(Language.ENGLISH).containsKey(key);
  }
}
