package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link OddTables} have found, each in its smallest form. */
final class OddFindsTest {
  private static SeriesSet open(String text) {
    return SeriesFiles.open("odd", text, ImportChoices.AUTOMATIC);
  }

  private static String refused(String text) {
    return String.valueOf(assertThrows(SeriesException.class, () -> open(text)).getMessage());
  }

  @Test
  void quotationMarksBetweenBlanksAreClosed() {
    SeriesSet set = open("\"t\" \"x\"\n\"0\" \"1.5\"\n\"1\" \"2\"\n\"2\" \"4\"\n");
    assertEquals(3, set.series().getFirst().length());
  }

  @Test
  void textAfterAClosingMarkIsRefusedByItsRow() {
    String said = refused("t,x\n0,1\n1,\"5\"3\n2,4\n3,5\n");
    assertTrue(said.startsWith("odd, row 3: text follows the quotation mark"), said);
  }

  @Test
  void aHeaderWithoutRowsIsRefused() {
    assertEquals("odd: has a header and no rows below it.", refused("time,x\n"));
  }

  @Test
  void aTimeTooLargeIsRefusedByItsRow() {
    String said = refused("time,x\n0,1\n1,2\n2,3\n1e19,4\n");
    assertTrue(said.startsWith("odd, row 5, column 'time': the time '1e19' is too large"), said);
    String digits = refused("time,x\n-8000000000000000000,1\n0,2\n8000000000000000000,3\n");
    assertTrue(digits.startsWith("odd, row 3, column 'time': the time"), digits);
  }

  @Test
  void barsSeparateNumbersWithCommas() {
    String text = "t|x|y\n0|1,5|2,5\n1|1,6|2,5\n2|1,7|2,5\n3|1,9|2,5\n";
    ImportPreview preview = SeriesFiles.preview("odd", text, ImportChoices.AUTOMATIC);
    assertEquals(Optional.of(Separator.BAR), preview.separator());
    assertEquals(1.9, open(text).series().getFirst().values()[3][0]);
  }

  @Test
  void manyShortLinesOfAnOldKindAreNotWide() {
    StringBuilder rows = new StringBuilder("t,x\r");
    for (int t = 0; t < 10_005; t++) rows.append(t).append(",1.5\r");
    assertEquals(10_005, open(rows.toString()).series().getFirst().length());
  }

  @Test
  void aColumnThatIsNotThereIsNamedVisibly() {
    ImportChoices choices = ImportChoices.AUTOMATIC.withUse("a\u001b[2J", ColumnUse.TIME);
    String said =
        String.valueOf(
            SeriesFiles.preview("odd", "t,x\n0,1\n1,2\n2,3\n", choices).problem().orElseThrow());
    assertTrue(said.startsWith("odd: there is no column 'a\\u001b[2J'"), said);
  }

  @Test
  void commasSeparateWordsWithBars() {
    String text = "t,x,kind\n0,1.5,a|b\n1,2.5,a|c\n2,3.5,b|c\n3,4.5,b|c\n4,1.5,b|a\n";
    ImportPreview preview = SeriesFiles.preview("odd", text, ImportChoices.AUTOMATIC);
    assertEquals(Optional.of(Separator.COMMA), preview.separator());
  }
}
