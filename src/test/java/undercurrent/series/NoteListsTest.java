package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Music as JSON lists of notes. */
final class NoteListsTest {
  private static final Path CHORALES = Path.of("../shared/data/local/jsb_chorales.json");

  private static SeriesSet read(String json) {
    return SeriesFiles.open("tune.json", json, ImportChoices.AUTOMATIC);
  }

  private static List<String> notes(String json) {
    return SeriesFiles.preview("tune.json", json, ImportChoices.AUTOMATIC).notes();
  }

  private static double[] ofKey(SeriesSet set, int series, String key) {
    int channel = set.channels().stream().map(Channel::name).toList().indexOf(key);
    return set.series().get(series).channel(channel);
  }

  private static double sum(Series series) {
    return Arrays.stream(series.values()).flatMapToDouble(Arrays::stream).sum();
  }

  @Test
  void aPieceIsAListOfListsOfDifferentLengths() {
    SeriesSet set = read("[[60,64],[60,64,67],[],[108]]");
    assertEquals(88, set.channels().size());
    assertEquals(1, set.series().size());
    assertEquals("[1.0, 1.0, 0.0, 0.0]", Arrays.toString(ofKey(set, 0, "C4")));
    assertEquals("[0.0, 1.0, 0.0, 0.0]", Arrays.toString(ofKey(set, 0, "G4")));
    assertEquals("[0.0, 0.0, 0.0, 1.0]", Arrays.toString(ofKey(set, 0, "C8")));
  }

  /** Lists of one length are rows of a table; a third pair of brackets makes them music. */
  @Test
  void rowsOfNumbersStayATable() {
    assertEquals(2, read("[[60,64],[60,67],[62,65]]").channels().size());
    assertEquals(88, read("[[[60,64],[60,67],[62,65]]]").channels().size());
    assertEquals(3, read("[[60,64],[60,67,1],[62,65,3]]").channels().size());
  }

  @Test
  void partsOfTheJsbSetAreTheSplit() {
    SeriesSet set =
        read(
            """
            {"name": "x", "splits": {"train": [[[60],[62],[64]], [[60],[60],[60],[60]]],
             "valid": [[[72],[74],[76]]], "test": [[[48],[50],[52]]]}}
            """);
    assertEquals(
        List.of(Part.TRAINING, Part.TRAINING, Part.VALIDATION, Part.TEST), set.split().bySeries());
    assertEquals("train 2", set.series().get(1).name());
    assertEquals(4, set.series().get(1).length());
    assertEquals("[0.0, 1.0, 0.0]", Arrays.toString(ofKey(set, 3, "D3")));
  }

  @Test
  void whatIsLeftOutIsCounted() {
    List<String> said = notes("{\"train\": [[[60,60,5],[-1],[null,64]]], \"tempo\": 3}");
    assertTrue(said.contains("1 note outside the keys A0 to C8 was left out."), said.toString());
    assertTrue(said.contains("1 note stood twice in a time step and count once."), said.toString());
    assertTrue(said.contains("2 values (-1, null or NaN) were read as silence."), said.toString());
    assertTrue(said.contains("Of the JSON, tempo was left out."), said.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[[60],[200],[3]]] | piece 1, step 2 holds 200, which is no note",
        "[[[60],[60.5],[3]]] | piece 1, step 2 holds 60.5, which is no note",
        "[[[60],['C4'],[3]]] | piece 1, step 2 holds 'C4', which is no note",
        "[[[60],62,[64]]] | piece 1, step 2 is no list",
        "[[[60],[62],[64]],5] | piece 2 is no list of time steps",
        "[[[60],[[62]],[64]]] | piece 1, step 2 holds a list in a list",
        "{'train': [[[60],[62],[64]]]} [] | several lists",
        "[[[60],[62],[64]] | damaged",
        "{'valid': [[[60],[62],[64]]]} | leaves nothing for training",
      })
  void whatIsNoMusicEndsInOneSentence(String json, String words) {
    SeriesException e = assertThrows(SeriesException.class, () -> read(json.replace('\'', '"')));
    String said = Objects.requireNonNull(e.getMessage());
    assertTrue(said.startsWith("tune.json: ") && said.endsWith("."), said);
    assertTrue(said.contains(words), said);
  }

  @Test
  void aVeryLongPieceIsRefused() {
    String json = "[[" + "[],".repeat(60_000) + "[60]]]";
    SeriesException e = assertThrows(SeriesException.class, () -> read(json));
    assertTrue(
        Objects.requireNonNull(e.getMessage()).contains("at most 55555 can be opened"),
        e.getMessage());
  }

  /** The published counts of the JSB chorales. */
  @Test
  void theChoralesHaveTheirPublishedNumberOfNotes() {
    assumeTrue(Files.exists(CHORALES));
    SeriesSet set = SeriesFiles.open(CHORALES);
    assertEquals(382, set.series().size());
    assertEquals(229, set.split().bySeries().stream().filter(p -> p == Part.TRAINING).count());
    assertEquals(23_134, set.series().stream().mapToInt(Series::length).sum());
    assertEquals(3.898, set.series().stream().mapToDouble(NoteListsTest::sum).sum() / 23_134, 0.02);
  }

  /** In the phrases of the sample no two voices go in parallel fifths or octaves. */
  @Test
  void voicesOfTheSampleAreLedByTheRules() {
    SeriesSet set = Samples.find("chorales").orElseThrow().open();
    assertEquals(40, set.series().size());
    int chords = 0;
    for (Series series : set.series()) {
      assertEquals(32, series.length());
      for (int t = 1; t < series.length(); t++) {
        int[] before = sounding(series, t - 1);
        int[] now = sounding(series, t);
        if (before.length < 4 || now.length < 4) continue;
        chords++;
        assertFalse(hasParallels(before, now), series.name() + " step " + (t + 1));
      }
    }
    assertTrue(chords > 1000, Integer.toString(chords));
  }

  private static int[] sounding(Series series, int step) {
    double[] row = series.values()[step];
    return java.util.stream.IntStream.range(0, row.length).filter(k -> row[k] == 1).toArray();
  }

  private static boolean hasParallels(int[] before, int[] now) {
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        int interval = (before[j] - before[i]) % 12;
        boolean moves = before[i] != now[i] && before[j] != now[j];
        boolean isSame = interval == (now[j] - now[i]) % 12;
        if (moves && isSame && (interval == 0 || interval == 7)) return true;
      }
    }
    return false;
  }
}
