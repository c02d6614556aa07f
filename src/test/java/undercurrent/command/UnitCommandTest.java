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

/** A model that does not smooth says so wherever something smoothed is asked for. */
final class UnitCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path table() throws IOException {
    StringBuilder table = new StringBuilder("t,y\n");
    double time = 0;
    for (int i = 0; i < 40; i++) {
      time += i % 3 == 0 ? 0.7 : 0.2;
      String y = i % 9 == 5 ? "" : String.format(Locale.ROOT, "%.3f", Math.sin(time));
      table.append(String.format(Locale.ROOT, "%.2f,%s%n", time, y));
    }
    return Files.writeString(folder.resolve("wave.csv"), table);
  }

  @Test
  void nothingIsCalledSmoothed() throws IOException {
    Path file = table();
    Path out = folder.resolve("out");
    Spoken trained =
        Spoken.of("train", file, "--set", "kind=cru", "--epochs", 2, "--out", out, "--fill");
    assertEquals(0, trained.exit(), trained.err());
    assertTrue(
        trained.out().contains("of what is filtered, because this model does not smooth"),
        trained.out());
    assertFalse(Files.readString(out.resolve("estimates.csv")).contains("smoothed"));
    assertFalse(Files.readString(out.resolve("scores.json")).contains("smoothed"));
    assertFalse(Files.exists(out.resolve("smoothed.png")));
    Path experiment = out.resolve("experiment.undercurrent");
    Path asked = folder.resolve("asked");
    Spoken smoothed = Spoken.of("infer", experiment, "--kind", "smoothed", "--out", asked);
    assertEquals(1, smoothed.exit());
    assertTrue(smoothed.err().contains("filters and does not smooth"), smoothed.err());
    Spoken filtered = Spoken.of("infer", experiment, "--kind", "filtered", "--out", asked);
    assertEquals(0, filtered.exit(), filtered.err());
    Spoken forecast =
        Spoken.of("infer", experiment, "--kind", "forecast", "--horizon", 7, "--out", asked);
    assertEquals(0, forecast.exit(), forecast.err());
  }

  /** Of uneven times a deep model that counts rows offers the setting that reads them. */
  @Test
  void aDeepModelOffersToReadTheGaps() throws IOException {
    Path file = table();
    Path out = folder.resolve("out");
    Spoken rows = Spoken.of("train", file, "--epochs", 1, "--out", out);
    assertTrue(rows.out().contains("; set 'gaps' to true"), rows.out());
    Spoken gaps = Spoken.of("train", file, "--epochs", 1, "--set", "gaps=true", "--out", out);
    assertEquals(0, gaps.exit(), gaps.err());
    assertFalse(gaps.out().contains("counts rows"), gaps.out());
  }
}
