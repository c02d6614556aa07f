package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose headings say where their cells lie. */
final class FrameGuessTest {
  /** Monthly anomalies of the sea surface, where a machine has them. */
  private static final Path SEA = Path.of("../shared/data/local/sst_anomaly_pacific_6deg.csv");

  private static final ImportChoices SERIES =
      ImportChoices.AUTOMATIC.withFrames(FrameReading.SERIES);

  /** Five rows; a cell has the number 100 t + 10 row + column, south first. */
  private static String table(String... headings) {
    StringBuilder text = new StringBuilder("time," + String.join(",", headings) + "\n");
    for (int t = 0; t < 5; t++) {
      text.append("2020-0").append(t + 1);
      for (int i = 0; i < headings.length; i++) text.append(',').append(100 * t + 2.5 * i * i % 97);
      text.append('\n');
    }
    return text.toString();
  }

  private static SeriesSet open(String text) {
    return SeriesFiles.open("field.csv", text, ImportChoices.AUTOMATIC);
  }

  private static String[] grid(String form) {
    List<String> headings = new ArrayList<>();
    for (int lat = -10; lat <= 10; lat += 10) {
      for (int lon = 100; lon <= 115; lon += 5) {
        headings.add(
            form.replace("{lat}", Integer.toString(lat))
                .replace("{abs}", Integer.toString(Math.abs(lat)))
                .replace("{ns}", lat < 0 ? "S" : "N")
                .replace("{lon}", Integer.toString(lon)));
      }
    }
    return headings.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{lat}_{lon}",
        "{lat}.0 {lon}.0",
        "sst_{abs}{ns}_{lon}E",
        "lat={lat} lon={lon}",
        "lat{lat}_lon{lon}",
        "({lat}/{lon})",
        "sst {abs}°{ns} {lon}°E"
      })
  void latitudesAndLongitudesAreAFieldFromNorthToSouth(String form) {
    SeriesSet set = open(table(grid(form)));
    FrameShape shape = set.frame().orElseThrow();
    assertEquals(3, shape.height());
    assertEquals(4, shape.width());
    FrameGrid grid = shape.grid().orElseThrow();
    assertEquals(List.of(10.0, 0.0, -10.0), grid.latitudes());
    assertEquals(List.of(100.0, 105.0, 110.0, 115.0), grid.longitudes());
    // The first heading is the south-western corner.
    assertEquals(8, shape.place(0));
    assertEquals(3, shape.place(11));
    assertEquals(
        "Field of 5 frames of 3 × 4 cells (latitude × longitude), 12 of them with values",
        FilmWords.of(set));
  }

  @Test
  void cellsWithoutAValueOrAColumnAreLand() {
    String[] some = Arrays.copyOf(grid("{lat}_{lon}"), 11);
    String text = table(some).replace(",0.0,", ",,").replaceAll("(\\d{4}-\\d\\d),[^,]*,", "$1,,");
    SeriesSet set = open(text);
    FrameShape shape = set.frame().orElseThrow();
    assertEquals(10, shape.size());
    double[] frame = shape.frame(new double[10]);
    assertTrue(Double.isNaN(frame[8]) && Double.isNaN(frame[3]));
    assertEquals(10, Arrays.stream(frame).filter(v -> v == 0).count());
    boolean[] mask = shape.mask();
    for (int i = 0; i < mask.length; i++) assertEquals(i != 8 && i != 3, mask[i]);
    assertEquals(shape, Dataset.of(set, 0).training().getFirst().shape());
  }

  @Test
  void aFieldMayLieAcrossTheDateLine() {
    SeriesSet set =
        open(table("0_170", "0_175", "0_-180", "0_-175", "5_170", "5_175", "5_-180", "5_-175"));
    assertEquals(
        List.of(170.0, 175.0, 180.0, 185.0),
        set.frame().orElseThrow().grid().orElseThrow().longitudes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"r{r} c{c}", "row {r} col {c}", "y{r}x{c}", "{r}_{c}", "pixel {r},{c}"})
  void rowsAndColumnsAreAFilm(String form) {
    List<String> headings = new ArrayList<>();
    for (int r = 1; r <= 2; r++) {
      for (int c = 1; c <= 4; c++) {
        String name = form.replace("{r}", "" + r).replace("{c}", "" + c);
        headings.add("\"" + name + "\"");
      }
    }
    Collections.reverse(headings);
    SeriesSet set = open(table(headings.toArray(String[]::new)));
    FrameShape shape = set.frame().orElseThrow();
    assertTrue(shape.grid().isEmpty());
    assertEquals(List.of(7, 6, 5, 4, 3, 2, 1, 0), shape.places());
    assertEquals(2, shape.height());
  }

  @Test
  void pixelsFromZeroToOneAreOfOneKind() {
    StringBuilder text = new StringBuilder("r1 c1,r1 c2,r1 c3,r2 c1,r2 c2,r2 c3\n");
    for (int t = 0; t < 5; t++) text.append(String.format(Locale.ROOT, "0,1,0.%d,0,1,0\n", t));
    SeriesSet set = open(text.toString());
    assertEquals(new FrameShape(2, 3, 1), set.frame().orElseThrow());
    for (Channel channel : set.channels()) assertEquals(Channel.Kind.PIXEL, channel.kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c,d,e,f",
        "x1_2,x1_3,x1_4,x2_2,x2_3,x2_4",
        "2001_1,2001_2,2001_3,2002_1,2002_2,2002_3",
        "-10_100,-10_105,0_100,0_105,10_100,index",
        "10_0,47_13,-33_151,51_7,40_-74,1_103",
        "120_10,120_20,120_30,130_10,130_20,130_30"
      })
  void otherHeadingsAreChannels(String headings) {
    assertTrue(FrameGuess.shape(List.of(headings.split(",")), List.of()).isEmpty(), headings);
  }

  @Test
  void aPersonMayWantColumns() {
    String text = table(grid("{lat}_{lon}"));
    SeriesSet set = SeriesFiles.open("field.csv", text, SERIES);
    assertTrue(set.frame().isEmpty());
    assertEquals(12, set.observedChannels().length);
    FrameChoice choice = SeriesFiles.preview("field.csv", text, SERIES).frames().orElseThrow();
    assertEquals(FrameReading.SERIES, choice.reading());
    assertTrue(choice.film().isEmpty());
    ImportChoices film = ImportChoices.AUTOMATIC.withFrames(FrameReading.FILM);
    String said =
        String.valueOf(
            assertThrows(
                    SeriesException.class,
                    () -> SeriesFiles.open("table.csv", "t,x\n1,2\n2,3\n3,5\n", film))
                .getMessage());
    assertTrue(said.contains("such as -27_126"), said);
  }

  @Test
  void anomaliesOfThePacificAreAFieldOf255Cells() {
    assumeTrue(Files.exists(SEA), "the file is not on this machine");
    SeriesSet set = SeriesFiles.open(SEA);
    FrameShape shape = set.frame().orElseThrow();
    assertEquals("10 × 28", shape.words());
    assertEquals(255, shape.size());
    FrameGrid grid = shape.grid().orElseThrow();
    assertEquals(27, grid.latitudes().getFirst());
    assertEquals(288, grid.longitudes().getLast());
    // The first five cells in the south-west are Australia and its neighbours.
    double[] frame = shape.frame(set.series().getFirst().row(0));
    for (int i = 0; i < 5; i++) assertTrue(Double.isNaN(frame[9 * 28 + i]));
    assertEquals(0.48, frame[9 * 28 + 5]);
    assertArrayEquals(new int[] {399}, set.series().stream().mapToInt(Series::length).toArray());
    String words = String.format(Locale.ROOT, "%s", FilmWords.of(set));
    assertTrue(words.startsWith("Field of 399 frames of 10 × 28 cells"), words);
  }

  @Test
  void aHeadingOfManyBlanksIsNoPlaceAndTakesNoTime() {
    String heading = "_".repeat(200_000) + "z";
    assertTimeout(
        Duration.ofSeconds(5), () -> assertTrue(CellPlace.of(heading).isEmpty(), "a place"));
  }
}
