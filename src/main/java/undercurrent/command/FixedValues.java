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
      throw new BadUsage(Words.of("fix.file", text, name));
    } catch (java.nio.file.NoSuchFileException | InvalidPathException e) {
      throw new BadUsage(Words.of("fix.value", text, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
