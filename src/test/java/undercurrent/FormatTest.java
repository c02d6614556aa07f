package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds every source file to google-java-format; {@code -Dformat.fix=true} rewrites them instead.
 */
class FormatTest {
  @Test
  void everySourceFileIsFormatted() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      String formatted = new Formatter().formatSourceAndFixImports(source);
      if (source.equals(formatted)) continue;
      if (Boolean.getBoolean("format.fix")) Files.writeString(file, formatted);
      else wrong.add(file.toString());
    }
    assertEquals(List.of(), wrong, "run: mvn test -Dtest=FormatTest -Dformat.fix=true");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }
}
