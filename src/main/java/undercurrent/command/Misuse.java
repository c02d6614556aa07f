package undercurrent.command;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What the library that reads options refuses, in the language of words. Its English sentences are
 * known by their forms; one of another form stays as it is.
 */
final class Misuse {
  private static final String FORMS = "misuse.";
  private static final String CHOICE = FORMS + "choice";
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  private Misuse() {}

  static String words(String english) {
    // The longest form says most.
    List<Map.Entry<String, String>> forms =
        Words.english(FORMS).entrySet().stream()
            .sorted(Comparator.comparingInt(form -> -form.getValue().length()))
            .toList();
    for (Map.Entry<String, String> form : forms) {
      MessageFormat known = new MessageFormat(form.getValue(), Locale.ENGLISH);
      Object[] found = known.parse(english, new ParsePosition(0));
      if (found == null || !known.format(found).equals(english)) continue;
      for (int i = 0; i < found.length; i++) {
        String part = Objects.toString(found[i], "");
        // The library has constants where a person types words.
        boolean isList = form.getKey().equals(CHOICE) && i == 1;
        found[i] = isList ? part.toLowerCase(Locale.ROOT).replace('_', '-') : quoted(part);
      }
      return Words.of(form.getKey(), found);
    }
    return english;
  }

  private static String quoted(String part) {
    return QUOTED.matcher(part).replaceAll(Words.of("commands.quoted", "$1"));
  }
}
