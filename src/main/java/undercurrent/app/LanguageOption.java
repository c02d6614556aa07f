package undercurrent.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import undercurrent.text.Language;
import undercurrent.text.Visible;

/** The option that chooses the language of words, before or behind any command. */
final class LanguageOption {
  private static final String NAME = "--language";

  private LanguageOption() {}

  /**
   * Takes the option out of the arguments; of several the last one counts.
   *
   * @return nothing when it is not there
   * @throws IllegalArgumentException one sentence, when it names no language that there is
   */
  static Optional<Language> take(List<String> arguments) {
    Optional<Language> chosen = Optional.empty();
    int at = 0;
    while (at < arguments.size()) {
      String argument = arguments.get(at);
      if (argument.equals(NAME)) {
        arguments.remove(at);
        chosen = Optional.of(named(at < arguments.size() ? arguments.remove(at) : ""));
      } else if (argument.startsWith(NAME + "=")) {
        arguments.remove(at);
        chosen = Optional.of(named(argument.substring(NAME.length() + 1)));
      } else {
        at++;
      }
    }
    return chosen;
  }

  private static Language named(String code) {
    return Language.of(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Words.of("languageOption.unknown", NAME, Visible.name(code), codes())));
  }

  private static String codes() {
    return Arrays.stream(Language.values())
        .map(Language::code)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
