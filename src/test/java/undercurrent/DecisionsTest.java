package undercurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of decisions are short, numbered, listed, and name tests that exist. */
class DecisionsTest {
  private static final Path FOLDER = Path.of("src/site/markdown/decisions");
  private static final int LONGEST = 25;
  private static final Pattern TEST_NAME = Pattern.compile("`(\\w+Test)`");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void eachPageIsShortAndNamesWhatGuardsIt() throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith("Test.java"))
              .map(f -> f.substring(0, f.length() - ".java".length()))
              .collect(Collectors.toSet());
    }
    List<String> wrong = new ArrayList<>();
    for (Path page : pages()) {
      String text = Files.readString(page);
      if (text.lines().count() > LONGEST) wrong.add(page + " has more than 25 lines");
      if (!text.contains("Guarded by ")) wrong.add(page + " does not say what guards it");
      Matcher named = TEST_NAME.matcher(text);
      while (named.find()) {
        if (!tests.contains(named.group(1))) wrong.add(page + " names " + named.group(1));
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(pages().size() > 50);
  }

  @Test
  void theListNamesEachPageOnceInOrder() throws IOException {
    String list = Files.readString(FOLDER.resolveSibling("decisions.md"));
    List<String> listed =
        Pattern.compile("\\(decisions/([^)]+)\\)")
            .matcher(list)
            .results()
            .map(r -> r.group(1))
            .toList();
    assertEquals(pages().stream().map(p -> p.getFileName().toString()).toList(), listed);
  }
}
