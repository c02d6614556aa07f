package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TableReadingTest {
  @TempDir private Path folder = Path.of("");

  private static SeriesSet read(String text) {
    return SeriesFiles.open("table", text, ImportChoices.AUTOMATIC);
  }

  private static double[] column(SeriesSet set, int channel) {
    return set.series().getFirst().channel(channel);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", "  "})
  void anyOfTheUsualSeparatorsIsFound(String separator) {
    String text = "t,x,y\n0,1.5,-2\n1,2.5,-3\n2,3.5,-4\n".replace(",", separator);
    SeriesSet set = read(text);
    assertArrayEquals(new double[] {1.5, 2.5, 3.5}, column(set, 0));
    assertArrayEquals(new double[] {-2, -3, -4}, column(set, 1));
    assertArrayEquals(new double[] {0, 1, 2}, set.series().getFirst().times());
  }

  @Test
  void aDecimalCommaIsFound() {
    SeriesSet set = read("t;x\n0;1,5\n1;2,25\n2;-3,125\n");
    assertArrayEquals(new double[] {1.5, 2.25, -3.125}, column(set, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "NA", "null", "-", "n/a"})
  void whatMeansNothingIsMissing(String nothing) {
    SeriesSet set = read("t,x\n0,1\n1," + nothing + "\n2,3\n");
    assertArrayEquals(new double[] {1, Double.NaN, 3}, column(set, 0));
  }

  @Test
  void aTableWithoutHeaderIsRead() {
    SeriesSet set = read("0,1.5\n1,2.5\n2,3.5\n3,4.5\n");
    assertEquals(4, set.series().getFirst().length());
    assertArrayEquals(new double[] {1.5, 2.5, 3.5, 4.5}, column(set, set.channels().size() - 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-02-28       | 2024-03-01       | 2024-03-02       | 2024-02-28 | 2024-03-02
          2024-02-28T00:00Z| 2024-03-01T00:00Z| 2024-03-02T00:00Z| 2024-02-28 | 2024-03-02
          28.02.2024       | 01.03.2024       | 02.03.2024       | 2024-02-28 | 2024-03-02
          2/28/2024        | 3/1/2024         | 3/2/2024         | 2024-02-28 | 2024-03-02
          2024-02          | 2024-03          | 2024-04          | 2024-02-01 | 2024-04-01
          2024-Q1          | 2024-Q2          | 2024-Q3          | 2024-01-01 | 2024-07-01
          1709078400       | 1709251200       | 1709337600       | 2024-02-28 | 2024-03-02
          """)
  void theCommonFormsOfDatesAreRead(
      String first, String second, String third, String from, String to) {
    SeriesSet set = read("timestamp,x\n" + first + ",1\n" + second + ",2\n" + third + ",4\n");
    assertTrue(set.time().isDate());
    double[] times = set.series().getFirst().times();
    assertEquals((double) LocalDate.parse(from).toEpochDay(), times[0]);
    assertEquals((double) LocalDate.parse(to).toEpochDay(), times[2]);
  }

  @Test
  void timesMayBeUneven() {
    SeriesSet set = read("t,x\n0,1\n0.5,2\n2,3\n");
    assertFalse(set.time().regular());
    assertTrue(read("t,x\n0,1\n0.5,2\n1,3\n").time().regular());
  }

  @Test
  void aColumnOfNamesMakesSeveralSeries() {
    SeriesSet set = read("station,t,x\nnorth,0,1\nnorth,1,2\nsouth,0,3\nsouth,1,4\nsouth,2,5\n");
    assertEquals(2, set.series().size());
    assertEquals("south", set.series().get(1).name());
    assertEquals(3, set.series().get(1).length());
  }

  @Test
  void aSplitColumnIsHonoured() {
    SeriesSet set = read("t,x,split\n0,1,train\n1,2,train\n2,3,valid\n3,4,test\n");
    assertEquals(Part.TRAINING, set.split().part(0, 1, 4));
    assertEquals(Part.VALIDATION, set.split().part(0, 2, 4));
    assertEquals(Part.TEST, set.split().part(0, 3, 4));
    assertEquals(1, set.channels().size());
  }

  @Test
  void aTextColumnIsLeftOutByName() {
    ImportPreview preview =
        SeriesFiles.preview(
            "table", "t,x,sky\n0,1,blue\n1,2,grey\n2,3,blue\n", ImportChoices.AUTOMATIC);
    assertTrue(preview.notes().stream().anyMatch(n -> n.contains("'sky'")), "" + preview.notes());
    assertEquals(1, preview.columns(ColumnUse.LEFT_OUT).size());
  }

  @Test
  void aPersonsChoiceWins() {
    ImportChoices choices =
        ImportChoices.AUTOMATIC
            .withUse("clean", ColumnUse.OBSERVED)
            .withUse("noisy", ColumnUse.TRUTH)
            .withKind("clean", Channel.Kind.COUNT);
    SeriesSet set = SeriesFiles.open("table", "t,clean,noisy\n0,1,2\n1,2,3\n2,3,4\n", choices);
    assertEquals("clean", set.channels().get(set.observedChannels()[0]).name());
    assertEquals(Channel.Kind.COUNT, set.channels().get(set.observedChannels()[0]).kind());
    assertEquals(1, set.truthChannels().length);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16", "UTF-16LE-BOM", "windows-1252"})
  void theUsualEncodingsAreRead(String encoding) throws IOException {
    String text = "t,höhe\n0,1\n1,2\n2,3\n";
    byte[] bytes =
        encoding.equals("UTF-16LE-BOM")
            ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)
            : text.getBytes(Charset.forName(encoding));
    SeriesSet set = SeriesFiles.open(Files.write(folder.resolve("höhe.csv"), bytes));
    assertEquals("höhe", set.channels().getFirst().name());
  }

  @Test
  void unitsAreTakenFromNames() {
    SeriesSet set = read("t,wind_kt,pressure (hPa),temp_min\n0,1,2,3\n1,2,3,4\n2,3,4,5\n");
    assertEquals("kt", set.channels().get(0).unit());
    assertEquals("hPa", set.channels().get(1).unit());
    assertEquals("temp_min", set.channels().get(2).name());
  }
}
