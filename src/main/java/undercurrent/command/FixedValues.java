package undercurrent.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of {@code --fix} as the setting {@code fixed} has them. */
final class FixedValues {
  /** The setting. */
  static final String KEY = "fixed";

  private static final String NUMBERS = "[-+0-9.eE,/\\s]+";

  private FixedValues() {}

  /** Names and values in one text; files are read into it. */
  static String text(Map<String, String> fixed) {
    return fixed.entrySet().stream()
        .map(
            e -> e.getKey().strip().replaceAll("\\s+", "-") + "=" + value(e.getKey(), e.getValue()))
        .collect(Collectors.joining(";"));
  }

  private static String value(String name, String text) {
    if (text.matches(NUMBERS)) return text;
    try {
      List<String> lines = Files.readAllLines(Path.of(text));
      String rows =
          lines.stream()
              .map(String::strip)
              .filter(l -> !l.isEmpty())
              .collect(Collectors.joining("/"));
      if (rows.matches(NUMBERS)) return rows;
      throw new BadUsage(
          "The file '%s' for --fix %s has more than numbers with commas between them; leave headings out."
              .formatted(text, name));
    } catch (java.nio.file.NoSuchFileException | InvalidPathException e) {
      throw new BadUsage(
          "The value '%s' of --fix %s is neither a number nor a file that is there; give numbers such as 0.1 or 1,0/0,1."
              .formatted(text, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
