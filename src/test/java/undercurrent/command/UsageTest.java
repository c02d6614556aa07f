package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import undercurrent.report.JsonText;

/** Help, and what is not understood. */
final class UsageTest {
  @TempDir private Path folder = Path.of("");

  private static JsonNode json(Spoken spoken) {
    assertEquals(0, spoken.exit(), spoken.err());
    return JsonText.JSON.readTree(spoken.out());
  }

  @Test
  void everyCommandHasHelp() {
    List<String> names =
        Spoken.of("--help")
            .out()
            .lines()
            .dropWhile(line -> !line.startsWith("Commands:"))
            .skip(1)
            .filter(line -> line.matches("  \\w.*"))
            .map(line -> line.strip().split(" ")[0])
            .toList();
    assertEquals(14, names.size(), names.toString());
    for (String command : names) {
      Spoken spoken = Spoken.of(command, "--help");
      assertEquals(0, spoken.exit());
      assertTrue(spoken.out().contains("Usage: undercurrent " + command), spoken.out());
    }
    assertTrue(json(Spoken.of("samples", "--json")).size() >= 12);
    assertTrue(json(Spoken.of("version", "--json")).has("java"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"train", "train nile", "train nile --out", "fly", "infer", "samples --colour"})
  void whatIsNotUnderstoodEndsWithTwoAndAHint(String line) {
    Spoken spoken = Spoken.of((Object[]) line.split(" "));
    assertEquals(2, spoken.exit());
    assertTrue(spoken.err().contains("--help"), spoken.err());
    assertEquals(1, spoken.err().strip().lines().count(), spoken.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--latent 0",
        "--hidden many",
        "--epochs -3",
        "--seed x",
        "--set nothing=1",
        "--set learningRate=fast",
        "--set kind=kalman",
        "--set filter=ukf",
        "--set kind=level --set patience=3",
        "--set regimes=3 --set kind=level",
        "--model arima"
      })
  void aSettingThatCannotBeIsNamed(String setting) {
    Object[] arguments = ("train nile --out " + folder.resolve("o") + " " + setting).split(" ");
    Spoken spoken = Spoken.of(arguments);
    assertEquals(2, spoken.exit(), spoken.err());
    assertEquals(1, spoken.err().strip().lines().count(), spoken.err());
    assertTrue(spoken.err().strip().endsWith("."), spoken.err());
  }
}
