package undercurrent.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import undercurrent.kind.ChosenModel;
import undercurrent.settings.KnobWords;

/**
 * Sentences name settings by their keys, as commands have them; in the window they have the labels
 * that people see.
 */
final class SettingNames {
  /** A word in quotation marks of the three languages. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?<=')([a-z][A-Za-z]+)(?=')|(?<=[„«]\\u00a0?)([a-z][A-Za-z]+)(?=\\u00a0?[“»])");

  /** What stands before the name of a setting that is an ordinary word too. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:[Ss]etting|[Ss]et|another|Einstellung|Modellart \\(|setzen"
              + " Sie|andere?s?|[Rr]églage|mettez|autre|type \\()\\s['„«]\\u00a0?$");

  private SettingNames() {}

  /** The same sentence with labels. */
  static String inWords(String sentence) {
    Matcher quoted = QUOTED.matcher(sentence);
    StringBuilder words = new StringBuilder();
    while (quoted.find()) {
      String key = quoted.group();
      String before = sentence.substring(0, quoted.start());
      boolean isSetting =
          key.chars().anyMatch(Character::isUpperCase) || BEFORE.matcher(before).find();
      String label = isSetting ? label(key).orElse(key) : key;
      quoted.appendReplacement(words, Matcher.quoteReplacement(label));
    }
    return quoted.appendTail(words).toString();
  }

  private static Optional<String> label(String key) {
    return key.equals(ChosenModel.KIND)
        ? Optional.of(Words.of("knobs.kind"))
        : KnobWords.label(key);
  }
}
