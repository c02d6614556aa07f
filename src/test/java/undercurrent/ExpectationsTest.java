package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code expectations.md} ticks all twenty-five, each with tests that are there. */
class ExpectationsTest {
  private static final Path PAGE = Path.of("src/site/markdown/expectations.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern ROW =
      Pattern.compile("^\\| (\\d+) ✓ \\| [^|]+ \\| ([^|]+) \\|$", Pattern.MULTILINE);
  private static final Pattern PROOF = Pattern.compile("`(?<first>[^`#]+)(?:#(?<method>[^`]+))?`");

  @Test
  void allAreTicked() throws IOException {
    List<String> ticked = rows().map(row -> row.group(1)).toList();
    assertEquals(IntStream.rangeClosed(1, 25).mapToObj(String::valueOf).toList(), ticked);
  }

  @Test
  void whatShowsThemExists() throws IOException {
    Map<String, Path> tests = tests();
    List<String> absent = new ArrayList<>();
    for (MatchResult row : rows().toList()) {
      List<MatchResult> proofs = PROOF.matcher(row.group(2)).results().toList();
      if (proofs.isEmpty()) absent.add("anything for " + row.group(1));
      for (MatchResult proof : proofs) {
        if (!exists(tests, proof.group("first"), proof.group("method"))) absent.add(proof.group());
      }
    }
    assertEquals(List.of(), absent);
  }

  private static boolean exists(Map<String, Path> tests, String first, @Nullable String method)
      throws IOException {
    if (first.contains("/")) return Files.exists(Path.of(first));
    Path test = tests.get(first);
    if (test == null) return false;
    return method == null || Files.readString(test).contains("void " + method + "(");
  }

  private static Stream<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results();
  }

  /** Test classes by their simple names, no two of which may share one. */
  private static Map<String, Path> tests() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""), Function.identity()));
    }
  }
}
