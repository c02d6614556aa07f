package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text in which a setting keeps parameters that are given and not learned, such as {@code
 * level-variance=1469.1;start-mean=0}. In names case, blanks, hyphens and underscores do not count.
 */
public final class FixedText {
  private FixedText() {}

  /** The text with a parameter that is given a value. */
  public static String with(String text, String name, double value) {
    List<String> parts = others(text, name);
    parts.add(name.strip().replaceAll("\\s+", "-") + "=" + value);
    return String.join(";", parts);
  }

  /** The text without a parameter. */
  public static String without(String text, String name) {
    return String.join(";", others(text, name));
  }

  private static List<String> others(String text, String name) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(";")) {
      if (!part.isBlank() && !plain(part.split("=", 2)[0]).equals(plain(name))) parts.add(part);
    }
    return parts;
  }

  /** A name without what does not count in it. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
  }
}
