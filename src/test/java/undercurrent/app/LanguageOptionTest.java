package undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import undercurrent.text.Language;

class LanguageOptionTest {
  private static Optional<Language> take(List<String> rest, String... arguments) {
    rest.addAll(List.of(arguments));
    return LanguageOption.take(rest);
  }

  @Test
  void itIsTakenOutOfTheArgumentsWhereverItStands() {
    List<String> rest = new ArrayList<>();
    assertEquals(Optional.of(Language.GERMAN), take(rest, "kinds", "--language", "de", "deep"));
    assertEquals(List.of("kinds", "deep"), rest);
    rest.clear();
    assertEquals(Optional.of(Language.FRENCH), take(rest, "--language=fr"));
    assertEquals(List.of(), rest);
    assertEquals(Optional.empty(), take(rest, "train", "nile"));
  }

  @Test
  void anUnknownLanguageIsRefusedInOneSentence() {
    for (List<String> arguments : List.of(List.of("--language", "xx"), List.of("--language"))) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> LanguageOption.take(new ArrayList<>(arguments)));
      String given = arguments.size() > 1 ? "xx" : "";
      assertEquals(
          "The option '--language' cannot be '" + given + "'; choose one of de, en, fr.",
          refused.getMessage());
    }
  }
}
