package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds every source file to google-java-format; {@code -Dformat.fix=true} rewrites them instead.
 */
@BesideOthers
class FormatTest {
  @Test
  void everySourceFileIsFormatted() throws IOException {
    List<String> wrong =
        sources().parallelStream()
            .filter(FormatTest::isWrong)
            .map(Path::toString)
            .sorted()
            .toList();
    assertEquals(List.of(), wrong, "run: mvn test -Dtest=FormatTest -Dformat.fix=true");
  }

  private static boolean isWrong(Path file) {
    try {
      String source = Files.readString(file);
      String formatted = new Formatter().formatSourceAndFixImports(source);
      if (source.equals(formatted)) return false;
      if (!Boolean.getBoolean("format.fix")) return true;
      Files.writeString(file, formatted);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(file + " cannot be formatted", e);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    }
  }
}
