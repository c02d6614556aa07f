package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.inference.SeriesPart;
import undercurrent.math.Randomness;
import undercurrent.series.Channel;
import undercurrent.series.FloatRows;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.Stretch;
import undercurrent.series.TimeAxis;

/** {@code infer --stretch FROM-TO} estimates these rows alone. */
final class StretchTest {
  private static final int ROWS = 60;
  @TempDir private Path folder = Path.of("");
  private Path experiment = Path.of("");
  private List<String> table = List.of();

  @BeforeEach
  void train() throws IOException {
    Randomness random = Randomness.of(5).named("walk");
    double level = 0;
    String[] lines = new String[1 + ROWS];
    lines[0] = "t,x";
    for (int t = 0; t < ROWS; t++) {
      level += random.normal();
      lines[1 + t] = String.format(Locale.ROOT, "%d,%.3f", t, level + random.normal());
    }
    table = List.of(lines);
    Path out = folder.resolve("out");
    Path file = Files.write(folder.resolve("walk.csv"), table);
    Spoken spoken =
        Spoken.of("train", file, "--set", "kind=level", "--figures", "none", "--out", out);
    assertEquals(0, spoken.exit(), spoken.err());
    experiment = out.resolve("experiment.undercurrent");
  }

  private Spoken infer(Path out, Object... more) {
    List<Object> words = new ArrayList<>(List.of("infer", experiment));
    words.addAll(Arrays.asList(more));
    words.addAll(List.of("--out", out));
    return Spoken.of(words.toArray());
  }

  /** Without the name of the series, which is that of its file. */
  private static List<String> rows(Path out, String file) throws IOException {
    return Files.readAllLines(out.resolve(file)).stream()
        .map(line -> line.replaceFirst("^[^,]*,", ""))
        .toList();
  }

  /** Beside a forecast stands what came, where it is known. */
  private static List<String> withoutObserved(List<String> rows) {
    return rows.stream().map(row -> row.replaceFirst("^([^,]*,[^,]*),[^,]*", "$1")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"filtered", "predicted", "smoothed", "forecast"})
  void theseRowsHaveTheEstimatesOfAFileWithNoOthers(String kind) throws IOException {
    List<String> cut = new ArrayList<>(table.subList(11, 31));
    cut.addFirst(table.getFirst());
    Path other = Files.write(folder.resolve("cut.csv"), cut);
    Path expected = folder.resolve("expected");
    Path found = folder.resolve("found");
    assertEquals(0, infer(expected, other, "--kind", kind, "--horizon", 4).exit());
    Spoken spoken = infer(found, "--kind", kind, "--horizon", 4, "--stretch", "11-30");
    assertEquals(0, spoken.exit(), spoken.err());
    assertEquals(
        withoutObserved(rows(expected, "estimates.csv")),
        withoutObserved(rows(found, "estimates.csv")));
    assertEquals(rows(expected, "latents.csv"), rows(found, "latents.csv"));
    String note = "Estimates are of rows 11 to 30 of 60; the model sees no others.";
    assertTrue(spoken.out().contains(note), spoken.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 | The option --stretch is '30'; give the first and the last row, as in --stretch"
            + " 1-244.",
        "0-3 | The option --stretch is '0-3'; give the first and the last row,",
        "9-3 | The option --stretch is '9-3'; give the first and the last row,",
        "50-61 | has 60 rows, and --stretch asks for row 61; give rows between 1 and 60.",
      })
  void rangesThatAreNoneAreRefused(String range, String sentence) {
    Spoken spoken = infer(folder.resolve("no"), "--kind", "smoothed", "--stretch", range);
    assertEquals(2, spoken.exit());
    assertTrue(spoken.err().contains(sentence), spoken.err());
    assertEquals(1, spoken.err().lines().count());
  }

  @Test
  void whatIsFilledIsFilledWhole() {
    Spoken spoken = infer(folder.resolve("no"), "--kind", "smoothed", "--stretch", "2-9", "--fill");
    assertEquals(2, spoken.exit());
    assertTrue(spoken.err().contains("leave --stretch or --fill out."), spoken.err());
  }

  @Test
  void ofAFilmThereIsRoomForSomeFrames() {
    int size = 5000;
    float[][] frames = new float[1000][];
    Arrays.fill(frames, new float[size]);
    Series film =
        new Series(
            "film", IntStream.range(0, 1000).asDoubleStream().toArray(), new FloatRows(frames));
    List<Channel> pixels =
        IntStream.range(0, size)
            .mapToObj(d -> new Channel("p" + d, "", Channel.Kind.REAL, Channel.Role.OBSERVED))
            .toList();
    TimeAxis axis = new TimeAxis("t", "", false, true);
    SeriesSet set = new SeriesSet("film", pixels, axis, List.of(film), Split.BY_TIME);
    SeriesPart part = WantedStretch.of("301-500").of(set, 0);
    assertEquals(new Stretch(300, 500), part.rows());
    BadUsage refused = assertThrows(BadUsage.class, () -> WantedStretch.of("301-501").of(set, 0));
    assertEquals(
        "There is room for 200 rows of so many channels, and --stretch asks for 201; give fewer.",
        refused.getMessage());
  }
}
