package undercurrent.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words written as one line that a shell reads as the same words. */
public final class ShellWords {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
  private static final Pattern PLAIN_ON_WINDOWS = Pattern.compile("[A-Za-z0-9_:./\\\\-]+");

  private ShellWords() {}

  /** For the shell of this system. */
  public static String line(List<String> words) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return system.startsWith("windows") ? windows(words) : posix(words);
  }

  /** For shells such as bash and zsh: a word with other signs stands between single quotes. */
  public static String posix(List<String> words) {
    return words.stream()
        .map(w -> PLAIN.matcher(w).matches() ? w : "'" + w.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  /**
   * For Windows: a word with other signs stands between double quotes, in which a quote and the
   * backslashes before one are written with a backslash more.
   */
  public static String windows(List<String> words) {
    return words.stream()
        .map(w -> PLAIN_ON_WINDOWS.matcher(w).matches() ? w : quoted(w))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    StringBuilder quoted = new StringBuilder("\"");
    int backslashes = 0;
    for (int i = 0; i < word.length(); i++) {
      char sign = word.charAt(i);
      if (sign == '"') quoted.repeat('\\', backslashes + 1);
      backslashes = sign == '\\' ? backslashes + 1 : 0;
      quoted.append(sign);
    }
    return quoted.repeat('\\', backslashes).append('"').toString();
  }
}
