package undercurrent.settings;

import java.util.Arrays;
import java.util.List;

/**
 * One component of a settings record, as read from its {@link Knob}.
 *
 * @param key the component's name, also its name on the command line and in the file
 * @param type {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String} or an enum
 */
public record Setting(String key, Class<?> type, Knob knob) {
  public boolean isNumber() {
    return type == int.class || type == long.class || type == double.class;
  }

  public boolean isWhole() {
    return type == int.class || type == long.class;
  }

  /** The words beside the control. */
  public String label() {
    return KnobWords.of(key + ".label").orElse(key);
  }

  /** One or two sentences: what it does and what to try; empty when nothing is written. */
  public String help() {
    return KnobWords.of(key + ".help").orElse("");
  }

  /** The words of the heading it stands under. */
  public String group() {
    return KnobWords.of("group." + knob.group()).orElse(knob.group());
  }

  /** The choices of an enum as they are written on the command line; empty for other types. */
  public List<String> choices() {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(c -> Settings.text(c)).toList()
        : List.of();
  }

  /** The unit of the number in words; empty if it has none. */
  public String unit() {
    return knob.unit().isEmpty() ? "" : Words.of("unit." + knob.unit());
  }

  /** What it can be, in words: its choices, its range, or what a text looks like. */
  public String allowed() {
    if (type == boolean.class) return Words.of("allowed.truth");
    if (type.isEnum()) return Words.of("allowed.choice", String.join(", ", choices()));
    if (type == String.class) return Words.of("allowed.written", knob.example());
    if (type == long.class && knob.min() == Long.MIN_VALUE) return Words.of("allowed.anyWhole");
    String key = isWhole() ? "allowed.wholeRange" : "allowed.numberRange";
    return Words.of(
        knob.unit().isEmpty() ? key : key + ".unit",
        Settings.plain(knob.min(), isWhole()),
        Settings.plain(knob.max(), isWhole()),
        unit());
  }

  /** Whether it does anything in settings that have it. */
  public boolean matters(Record settings) {
    return Conditions.hold(knob.when(), settings);
  }
}
