package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that are no rows, and rows that are not whole. */
final class TextRowsTest {
  private static SeriesSet read(String text) {
    return SeriesFiles.open("table", text, ImportChoices.AUTOMATIC);
  }

  private static String notes(String text) {
    return String.join(" ", SeriesFiles.preview("table", text, ImportChoices.AUTOMATIC).notes());
  }

  private static String refused(String text) {
    return String.valueOf(assertThrows(SeriesException.class, () -> read(text)).getMessage());
  }

  private static double[] values(String text) {
    SeriesSet set = read(text);
    return set.series().getFirst().channel(set.observedChannels()[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          t,x\\n0,1\\n1,2\\n2,"3\\n3,4\\n            | row 4 | cell 2
          t,x\\n0,1\\n1,2\\n2,"3                   | row 4 | cell 2
          t,"x\\n0,1\\n1,2\\n2,3\\n                | row 1 | cell 2
          t,x\\n0,1\\n1,"2\\n"\\n2,"3\\n           | row 5 | cell 2
          t,x,y\\n0,"1\\n","2\\n"\\n1,3,4\\n2,5,"6 | row 6 | cell 3
          t,x,y\\n0,1,2\\n1,3,4\\n2,"5\\n","6      | row 5 | cell 3
          """)
  void aQuotationMarkThatStaysOpenIsRefusedWhereItOpens(String text, String row, String cell) {
    String sentence = refused(text.replace("\\n", "\n"));
    assertTrue(sentence.startsWith("table, " + row + ": a quotation mark"), sentence);
    assertTrue(sentence.contains(cell), sentence);
  }

  @Test
  void rowsAfterAMarkAreNotLost() {
    StringBuilder text = new StringBuilder("t,x,name\n");
    for (int t = 0; t < 1000; t++)
      text.append(t).append(",2,").append(t == 500 ? "\"oops" : "a").append('\n');
    assertTrue(refused(text.toString()).contains("row 502:"));
  }

  @Test
  void commentsAboveAndBetweenAreCounted() {
    String text = "# one, with a comma\n# two\nt,x\n0,1\n# three\n1,2\n2,4\n";
    assertArrayEquals(new double[] {1, 2, 4}, values(text));
    assertTrue(notes(text).contains("3 lines begin with '#'"), notes(text));
  }

  @Test
  void rowsThatBeginWithAHashSignAreRows() {
    StringBuilder text = new StringBuilder("id,x\n");
    for (int t = 0; t < 100; t++) text.append(t % 2 == 0 ? "#a," : "b,").append(t).append('\n');
    SeriesSet set = read(text.toString());
    assertEquals(List.of("#a", "b"), set.series().stream().map(Series::name).toList());
    assertEquals(50, set.series().getFirst().length());
    assertEquals(0, set.series().getFirst().values()[0][0]);
    assertEquals(98, set.series().getFirst().values()[49][0]);
  }

  @Test
  void idsThatAllBeginWithAHashSignAreRead() {
    SeriesSet set = read("ship,x\n#12,1\n#12,2\n#12,3\n#13,4\n#13,6\n#13,5\n");
    assertEquals(List.of("#12", "#13"), set.series().stream().map(Series::name).toList());
    assertArrayEquals(new double[] {4, 6, 5}, set.series().get(1).channel(0));
    assertEquals(
        6,
        SeriesFiles.preview("t", "#1,1\n#2,2\n#3,3\n#4,4\n#5,5\n#6,6\n", ImportChoices.AUTOMATIC)
            .rows());
  }

  @ParameterizedTest
  @CsvSource({
    "'#t,x\n0,1\n1,2\n2,4\n'",
    "'# t x\n0 1\n1 2\n# a few words\n2 4\n'",
    "'# by me\n#t;x\n0;1\n1;2\n2;4\n'"
  })
  void aHeaderBehindAHashSignKeepsItsNames(String text) {
    SeriesSet set = read(text);
    assertEquals("t", set.time().name());
    assertEquals("x", set.channels().getFirst().name());
    assertArrayEquals(new double[] {1, 2, 4}, set.series().getFirst().channel(0));
    assertTrue(notes(text).contains("was read as the header"), notes(text));
  }

  @Test
  void aRowBehindAHashSignAmongOthersIsComplainedOf() {
    assertTrue(
        refused("t,x\n0,1\n#1,2\n2,3\n").contains("row 3, column 't': '#1' is not a number"));
  }

  @Test
  void theLineThatNamesTheSeparatorIsNotARow() {
    Path file = Path.of("src/test/resources/cases/sep_line.csv");
    SeriesSet set = SeriesFiles.open(file);
    assertEquals(30, set.series().getFirst().length());
    assertEquals(900.05, set.series().getFirst().values()[0][0]);
    ImportPreview preview = SeriesFiles.preview(file, ImportChoices.AUTOMATIC);
    assertTrue(preview.notes().getFirst().contains("Row 1 only names the separator"));
    assertTrue(refused("sep=,\nt,x\n0,1\n1,oops\n2,3\n").contains("row 4"));
  }

  @Test
  void aRowOfUnitsGivesUnits() {
    String text = "t,wind,temp,n\ns,[m/s],degC,-\n0,1,2,1\n1,2,3,1\n2,3,5,2\n";
    SeriesSet set = read(text);
    assertEquals("s", set.time().unit());
    assertEquals(
        List.of("m/s", "\u00B0C", ""), set.channels().stream().map(Channel::unit).toList());
    assertEquals(3, set.series().getFirst().length());
    assertTrue(notes(text).contains("Row 2 holds units (s, [m/s], degC)"), notes(text));
    assertTrue(refused("t,x\nfoo,bar\n0,1\n1,2\n2,3\n").contains("row 2"));
  }
}
