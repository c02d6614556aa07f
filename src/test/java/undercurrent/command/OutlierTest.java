package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import undercurrent.report.JsonText;

/** The default deep model of a series with one wild value, of which some sample paths run away. */
final class OutlierTest {
  @TempDir private static Path folder = Path.of("");
  private static Spoken spoken = new Spoken(1, "", "");

  @BeforeAll
  static void train() throws URISyntaxException {
    Path file =
        Path.of(
            Objects.requireNonNull(
                    OutlierTest.class.getResource("/undercurrent/cases/outlier_500.csv"))
                .toURI());
    spoken = Spoken.of("train", file, "--figures", "svg", "--out", folder);
    assertEquals(0, spoken.exit(), spoken.err());
  }

  private static double cell(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  @Test
  void theMedianLiesInItsBandThoughTheMeanDoesNot() throws IOException {
    List<NamedCsvRecord> forecast =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("estimates.csv")).stream()
            .filter(row -> row.getField("kind").equals("forecast"))
            .toList();
    assertEquals(30, forecast.size());
    int meansOutside = 0;
    for (NamedCsvRecord row : forecast) {
      double median = cell(row, "median");
      assertTrue(median >= cell(row, "lower") && median <= cell(row, "upper"));
      if (cell(row, "mean") > cell(row, "upper")) meansOutside++;
    }
    assertNotEquals(0, meansOutside);
  }

  @Test
  void pathsThatRunAwayAreSaidInWordsScoresAndTheFigure() throws IOException {
    String said = "sample paths of the forecast of 'outlier_500' diverge after step";
    JsonNode notes = JsonText.JSON.readTree(folder.resolve("scores.json")).get("notes");
    List<String> about =
        notes.valueStream().map(JsonNode::asString).filter(n -> n.contains(said)).toList();
    assertEquals(1, about.size(), notes.toString());
    assertTrue(spoken.out().contains("Note: " + about.getFirst()), spoken.out());
    String figure = Files.readString(folder.resolve("observed.svg"));
    assertTrue(figure.contains("forecast median"), "legend");
    assertTrue(figure.contains("diverge after step"), "description");
  }

  @Test
  void theMedianIsScoredByItsAbsoluteErrorAndTheMeanByItsSquare() throws IOException {
    JsonNode scores = JsonText.JSON.readTree(folder.resolve("scores.json")).get("scores");
    for (JsonNode score : scores) {
      if (!score.get("kind").asString().equals("forecast")) continue;
      assertTrue(score.get("rmse").asDouble() > 10 * score.get("mae").asDouble());
    }
  }
}
