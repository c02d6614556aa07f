package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.series.Channel;
import undercurrent.series.FloatRows;
import undercurrent.series.FrameShape;
import undercurrent.series.ImportChoices;
import undercurrent.series.Series;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/** Films and fields in documents. */
final class FilmDocumentTest {
  private static final Set<String> ENTRIES =
      Set.of("experiment.json", "data.csv", "data.safetensors", "curve.csv");
  @TempDir private Path folder = Path.of("");

  private Path document() {
    return folder.resolve("film.undercurrent");
  }

  /** Any bits that are ordinary numbers, and some that are missing. */
  private static SeriesSet film(int frames) {
    float[][] rows = new float[frames][13];
    int bits = 1;
    for (float[] row : rows) {
      for (int d = 0; d < row.length; d++) {
        bits = bits * 1664525 + 1013904223;
        float value = Float.intBitsToFloat(bits);
        row[d] = Math.abs(value) <= 1e18 ? value : Float.NaN;
      }
    }
    List<Channel> channels = new java.util.ArrayList<>();
    channels.add(new Channel("x", "", Channel.Kind.REAL, Channel.Role.TRUTH));
    for (int i = 0; i < 12; i++) {
      channels.add(new Channel("p" + i, "", Channel.Kind.REAL, Channel.Role.OBSERVED));
    }
    double[] times = new double[frames];
    for (int t = 0; t < frames; t++) times[t] = 0.1 * t;
    return new SeriesSet(
        "film",
        channels,
        new TimeAxis("t", "s", false, true),
        List.of(
            new Series("a", times, new FloatRows(rows)),
            new Series("b", times, new FloatRows(rows)).range(2, 7)),
        Split.BY_TIME,
        java.util.Optional.of(new FrameShape(3, 4, 1)));
  }

  private Experiment saved(SeriesSet set) {
    ExperimentFile.save(Recipe.of(set).experiment(set), document());
    return ExperimentFile.open(document());
  }

  private Map<String, byte[]> entries() throws IOException {
    return new LinkedHashMap<>(Archive.read(document(), ENTRIES));
  }

  @Test
  void aFilmKeepsItsBitsAndItsShape() throws IOException {
    SeriesSet set = film(20);
    SeriesSet opened = saved(set).data();
    assertEquals(set.frame(), opened.frame());
    assertEquals(set.channels(), opened.channels());
    for (int s = 0; s < 2; s++) {
      Series before = set.series().get(s);
      Series after = opened.series().get(s);
      assertArrayEquals(before.times(), after.times());
      FloatRows expected = assertInstanceOf(FloatRows.class, before.rows());
      FloatRows actual = assertInstanceOf(FloatRows.class, after.rows());
      for (int t = 0; t < before.length(); t++) {
        for (int d = 0; d < 13; d++) {
          int bits = Float.floatToRawIntBits(expected.values()[t][d]);
          assertEquals(bits, Float.floatToRawIntBits(actual.values()[t][d]));
        }
      }
    }
    assertTrue(entries().containsKey("data.safetensors"));
    assertTrue(json().contains("\"version\" : 3"));
  }

  private String json() throws IOException {
    byte[] json = entries().getOrDefault("experiment.json", new byte[0]);
    return new String(json, StandardCharsets.UTF_8);
  }

  @Test
  void aFilmOfBytesTakesFewBytesAPixel() throws IOException {
    float[][] rows = new float[300][32 * 32];
    for (int t = 0; t < rows.length; t++) {
      for (int i = 0; i < rows[t].length; i++) rows[t][i] = (i % 32 + t) % 64 / 255f;
    }
    List<Channel> channels = new java.util.ArrayList<>();
    for (int i = 0; i < 1024; i++) {
      channels.add(new Channel("p" + i, "", Channel.Kind.PIXEL, Channel.Role.OBSERVED));
    }
    double[] times = new double[300];
    for (int t = 0; t < 300; t++) times[t] = t;
    SeriesSet set =
        new SeriesSet(
            "film",
            channels,
            new TimeAxis("t", "", false, true),
            List.of(new Series("a", times, new FloatRows(rows))),
            Split.BY_TIME,
            java.util.Optional.of(new FrameShape(32, 32, 1)));
    saved(set);
    assertTrue(Files.size(document()) < 300 * 1024, Files.size(document()) + " bytes");
  }

  @Test
  void aFieldOfATableStaysATable() throws IOException {
    StringBuilder text = new StringBuilder("0_10,0_20,0_30,5_10,5_20,5_30,9_10,9_20\n");
    for (int t = 0; t < 8; t++)
      text.append(String.format(Locale.ROOT, "0.1,%d.3,2,3,4,5,6,7e-5\n", t));
    SeriesSet set = SeriesFiles.open("sea.csv", text.toString(), ImportChoices.AUTOMATIC);
    FrameShape shape = set.frame().orElseThrow();
    assertEquals(8, shape.size());
    SeriesSet opened = saved(set).data();
    assertEquals(shape, opened.frame().orElseThrow());
    assertArrayEquals(set.series().getFirst().row(7), opened.series().getFirst().row(7));
    assertTrue(entries().containsKey("data.csv"));
    assertTrue(json().contains("\"version\" : 2"));
  }

  @Test
  void otherDocumentsSayNothingOfFrames() throws IOException {
    SeriesSet set = SeriesFiles.open("t.csv", "t,x\n0,1\n1,2\n2,4\n3,3\n", ImportChoices.AUTOMATIC);
    assertTrue(saved(set).data().frame().isEmpty());
    assertTrue(!json().contains("frame"), json());
  }

  private String refused(String entry, byte[] bytes) throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put(entry, bytes);
    Archive.write(document(), entries);
    return String.valueOf(
        assertThrows(ExperimentException.class, () -> ExperimentFile.open(document()))
            .getMessage());
  }

  @Test
  void whatDoesNotFitIsRefusedInOneSentence() throws IOException {
    saved(film(20));
    String json = json();
    byte[] frames = entries().getOrDefault("data.safetensors", new byte[0]);
    String small = json.replaceFirst("\"height\" : 3", "\"height\" : 2");
    assertTrue(refused("experiment.json", bytes(small)).contains("another size"));
    String none = json.replaceFirst("\"height\" : 3", "\"height\" : 0");
    assertTrue(refused("experiment.json", bytes(none)).contains("damaged"));
    String huge = json.replaceFirst("\"height\" : 3", "\"height\" : 2000000000");
    assertTrue(refused("experiment.json", bytes(huge)).contains("damaged"));
    refused("experiment.json", bytes(json.replace("\"places\" : [ ]", "\"places\" : [ 1, 1 ]")));
    Archive.write(document(), Map.of("experiment.json", bytes(json)));
    assertTrue(
        String.valueOf(
                assertThrows(ExperimentException.class, () -> ExperimentFile.open(document()))
                    .getMessage())
            .contains("data.csv"));
    saved(film(20));
    assertTrue(
        refused("data.safetensors", new byte[40]).contains("damaged part, 'data.safetensors'"));
    saved(film(20));
    assertTrue(refused("data.safetensors", java.util.Arrays.copyOf(frames, 900)).endsWith("."));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
