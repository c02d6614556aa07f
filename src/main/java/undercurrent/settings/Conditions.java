package undercurrent.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Conditions on settings that are written as text, as in {@link Knob#when}. */
public final class Conditions {
  private Conditions() {}

  /**
   * Whether all of them hold.
   *
   * @param when such as {@code "filter=bootstrap|guided"}; empty always holds
   * @throws IllegalArgumentException when it names a key that the settings do not have
   */
  public static boolean hold(String when, Record settings) {
    if (when.isEmpty()) return true;
    Map<String, Object> values = Settings.values(settings);
    return Arrays.stream(when.split(" & ")).allMatch(one -> holds(one, values));
  }

  /** A condition inside a sentence, such as "filter = bootstrap or guided". */
  public static String words(String when) {
    return Arrays.stream(when.split(" & "))
        .map(Conditions::wordsOfOne)
        .reduce((some, more) -> Words.of("conditions.and", some, more))
        .orElse("");
  }

  private static String wordsOfOne(String one) {
    boolean not = one.contains("!=");
    String[] sides = one.split(not ? "!=" : "=", 2);
    String values =
        Arrays.stream(sides[1].split("\\|"))
            .reduce((some, more) -> Words.of("conditions.or", some, more))
            .orElse("");
    return Words.of(not ? "conditions.not" : "conditions.is", sides[0], values);
  }

  private static boolean holds(String one, Map<String, Object> values) {
    boolean not = one.contains("!=");
    String[] sides = one.split(not ? "!=" : "=", 2);
    Object value = values.get(sides[0]);
    if (value == null) {
      throw new IllegalArgumentException(
          "The condition '%s' names no setting; its settings are %s."
              .formatted(one, String.join(", ", values.keySet())));
    }
    return List.of(sides[1].split("\\|")).contains(Settings.text(value)) != not;
  }
}
