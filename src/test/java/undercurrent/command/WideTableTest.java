package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import undercurrent.math.Randomness;
import undercurrent.report.JsonText;

/** A linear model of very many channels is told in a few lines, and in full in its files. */
final class WideTableTest {
  private static final int CHANNELS = 70;
  @TempDir private Path folder = Path.of("");

  private Path walks() throws IOException {
    Randomness random = Randomness.of(7).named("walks");
    double[] level = new double[CHANNELS];
    StringBuilder table = new StringBuilder("t");
    for (int d = 0; d < CHANNELS; d++) table.append(",y").append(d);
    for (int t = 0; t < 60; t++) {
      table.append('\n').append(t);
      for (int d = 0; d < CHANNELS; d++) {
        level[d] += random.normal();
        double value = level[d] + random.normal();
        table.append(String.format(Locale.ROOT, ",%.3f", value));
      }
    }
    return Files.writeString(folder.resolve("walks.csv"), table);
  }

  @Test
  void testsOfResidualsAreCountedOverTheChannels() throws IOException {
    Path out = folder.resolve("out");
    Spoken trained =
        Spoken.of("train", walks(), "--set", "kind=level", "--epochs", 2, "--out", out);
    assertEquals(0, trained.exit(), trained.err());
    JsonNode tests =
        JsonText.JSON.readTree(out.resolve("scores.json")).get("diagnosis").get("residualTests");
    assertEquals(3 * CHANNELS, tests.size());
    for (String failed : new String[] {"correlated", "not normal", "unsteady"}) {
      long count = 0;
      for (JsonNode test : tests) if (test.get("meaning").asString().equals(failed)) count++;
      String line = "Residuals are " + failed + " in " + count + " of 70 channels";
      assertTrue(trained.out().contains(line), line + "\n" + trained.out());
    }
    assertTrue(trained.out().contains("level variance"), trained.out());
    assertFalse(trained.out().contains("of y69"), trained.out());
  }
}
