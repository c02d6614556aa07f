package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.command.BadInputs.Bad;

final class BadInputsTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  @TempDir private Path folder = Path.of("");

  static List<Bad> all() {
    return BadInputs.all();
  }

  private static void assertSentence(Spoken spoken, String name) {
    String err = spoken.err().strip();
    assertEquals(1, spoken.exit(), err);
    assertFalse(err.contains("\n"), err);
    assertFalse(err.contains("Exception") || err.contains("unexpected"), err);
    assertTrue(err.endsWith("."), err);
    assertTrue(err.contains(name), err);
    assertTrue(err.length() < 400, err);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aBadFileIsRefusedInOneSentence(Bad bad) {
    Path file = bad.in(folder);
    Spoken inspected = assertTimeoutPreemptively(LONG, () -> Spoken.of("inspect", file));
    assertSentence(inspected, bad.fileName());
    for (String part : bad.says()) {
      assertTrue(
          inspected.err().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)),
          inspected.err());
    }
    Spoken trained =
        assertTimeoutPreemptively(
            LONG, () -> Spoken.of("train", file, "--epochs", 1, "--out", folder.resolve("out")));
    assertSentence(trained, bad.fileName());
    assertFalse(Files.exists(folder.resolve("out").resolve("experiment.undercurrent")));
  }

  @Test
  void thereAreAtLeastSixty() {
    assertTrue(BadInputs.all().size() >= 60, BadInputs.all().size() + " bad inputs");
  }

  @Test
  void whatIsNotThereOrNoFileIsRefused() {
    Spoken missing = Spoken.of("inspect", folder.resolve("missing.csv"));
    assertSentence(missing, "missing.csv");
    assertSentence(Spoken.of("inspect", folder), String.valueOf(folder.getFileName()));
    Spoken noExperiment =
        Spoken.of(
            "infer", folder.resolve("no.undercurrent"), "--kind", "filtered", "--out", folder);
    assertSentence(noExperiment, "no.undercurrent");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaid() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    Spoken spoken = Spoken.of("train", "sine", "--epochs", 1, "--out", taken);
    assertSentence(spoken, "taken");
  }
}
