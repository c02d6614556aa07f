package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that fuzzing found something with, and what a hostile file may try. */
final class FuzzFindsTest {
  private static final Path FINDS = Path.of("src/test/resources/undercurrent/experiment/finds");

  static List<Path> finds() throws IOException {
    try (Stream<Path> files = Files.list(FINDS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("finds")
  void aFindIsRefusedInOneSentenceOrRead(Path file) throws IOException {
    byte[] input = Files.readAllBytes(file);
    assertTimeout(
        Duration.ofSeconds(20), () -> ReadersFuzz.fuzzerTestOneInput(input), file.toString());
  }

  @Test
  void thereAreFinds() throws IOException {
    assertTrue(finds().size() >= 3);
  }
}
