package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WordsTest {
  private static final Path SOURCES = Path.of("src/main/java/undercurrent/view");
  private static final Path SCREEN = Path.of("resources/undercurrent/view/main.fxml");

  private static final Pattern KEY = Pattern.compile("\"%?([a-z]+\\.[a-zA-Z]+)\"");

  private static final Pattern ENTRY = Pattern.compile("^((?:[^=\\s#!\\\\]|\\\\.)+)\\s*=");

  private static Set<String> used() throws IOException {
    Set<String> groups = new TreeSet<>();
    for (String key : Words.all().keySet()) groups.add(key.substring(0, key.indexOf('.')));
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) add(file, groups, used);
    }
    add(SCREEN, groups, used);
    used.removeIf(key -> key.endsWith(".css") || key.endsWith(".fxml") || key.endsWith(".csv"));
    return used;
  }

  private static void add(Path file, Set<String> groups, Set<String> used) throws IOException {
    Matcher matcher = KEY.matcher(Files.readString(file));
    while (matcher.find()) {
      String key = matcher.group(1);
      if (groups.contains(key.substring(0, key.indexOf('.')))) used.add(key);
    }
  }

  @Test
  void everyWordIsUsedAndNoneIsMissing() throws IOException {
    assertEquals(new TreeSet<>(Words.all().keySet()), used());
  }

  /** Of a key that stands twice in a file of words or settings, only the last would count. */
  @Test
  void noKeyStandsTwice() throws IOException {
    List<String> twice = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("resources"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".properties")).toList()) {
        Set<String> keys = new TreeSet<>();
        for (String line : Files.readAllLines(file)) {
          Matcher matcher = ENTRY.matcher(line);
          if (matcher.find() && !keys.add(matcher.group(1))) twice.add(file + ": " + line);
        }
      }
    }
    assertEquals(List.of(), twice);
  }
}
