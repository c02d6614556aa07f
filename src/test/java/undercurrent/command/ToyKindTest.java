package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ToyKind;
import undercurrent.report.JsonText;

/** A kind that the program does not know is one file: everything else follows from it. */
final class ToyKindTest {
  private static final Catalogue TOYS = Catalogue.with(new ToyKind());
  @TempDir private Path folder = Path.of("");

  @Test
  void itIsListedWithItsEquationsAndKnobs() {
    assertTrue(Spoken.of(TOYS, "kinds").out().contains("An autoregression around a mean"));
    Spoken one = Spoken.of(TOYS, "kinds", "TOY");
    assertTrue(one.out().contains("zₜ = φ zₜ₋₁ + N(0, q)"), one.out());
    assertTrue(one.out().contains("lags") && one.out().contains("from 1 to 6"), one.out());
    assertTrue(one.out().contains("residuals"), one.out());
  }

  @Test
  void itIsTrainedKeptAskedAndDrawn() throws IOException {
    Path out = folder.resolve("o");
    Spoken trained =
        Spoken.of(
            TOYS,
            "train",
            "nile",
            "--set",
            "lags=2",
            "--set",
            "kind=toy",
            "--figures",
            "svg",
            "--out",
            out);
    assertEquals(0, trained.exit(), trained.err());
    JsonNode scores = JsonText.JSON.readTree(Files.readString(out.resolve("scores.json")));
    assertEquals("toy", scores.path("model").asString());
    assertEquals(2, scores.path("modelSettings").path("lags").asInt());
    assertTrue(Files.exists(out.resolve("residuals.svg")));
    Path file = out.resolve("experiment.undercurrent");
    Spoken asked = Spoken.of(TOYS, "infer", file, "--kind", "smoothed", "--out", out);
    assertEquals(0, asked.exit(), asked.err());
    Path figure = folder.resolve("quantiles.csv");
    Spoken drawn = Spoken.of(TOYS, "export", file, "--figure", "quantiles", "--out", figure);
    assertEquals(0, drawn.exit(), drawn.err());
    Spoken unknown = Spoken.of("infer", file, "--kind", "smoothed", "--out", out);
    assertEquals(1, unknown.exit());
    assertTrue(unknown.err().contains("'kind' cannot be 'toy'"), unknown.err());
  }

  @Test
  void aKnobOfAnotherKindIsRefused() {
    Spoken refused =
        Spoken.of(
            TOYS, "train", "nile", "--set", "kind=toy", "--set", "regimes=3", "--out", folder);
    assertEquals(2, refused.exit());
    assertTrue(
        refused
            .err()
            .contains("no setting 'regimes' of kind toy; kinds that have it are switching"),
        refused.err());
  }
}
