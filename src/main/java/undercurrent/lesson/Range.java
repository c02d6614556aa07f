package undercurrent.lesson;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers from {@code from}, which belongs to them, up to {@code to}, which does not.
 *
 * @param from may be −∞
 * @param to may be ∞
 * @param text as it is written
 */
public record Range(double from, double to, String text) {
  private static final String NUMBER = "([-+]?\\d+(?:\\.\\d+)?)?";
  private static final Pattern WRITTEN = Pattern.compile(NUMBER + "\\.\\." + NUMBER);

  /**
   * Reads {@code 0.8..1.2}, {@code ..0.8} or {@code 1.2..}.
   *
   * @throws IllegalArgumentException the end of a sentence, when it is no range
   */
  public static Range of(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(LessonWords.of("range.syntax", text));
    }
    double from = end(matcher, 1, Double.NEGATIVE_INFINITY);
    double to = end(matcher, 2, Double.POSITIVE_INFINITY);
    if (from >= to) {
      throw new IllegalArgumentException(LessonWords.of("range.empty", text));
    }
    return new Range(from, to, text.strip());
  }

  private static double end(Matcher matcher, int group, double open) {
    return matcher.group(group) == null ? open : Double.parseDouble(matcher.group(group));
  }

  public boolean holds(double value) {
    return value >= from && value < to;
  }

  boolean overlaps(Range other) {
    return from < other.to && other.from < to;
  }

  @Override
  public String toString() {
    return text;
  }
}
