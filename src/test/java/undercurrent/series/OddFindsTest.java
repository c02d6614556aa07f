package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

  /** What an instrument says of itself stands above the names, in rows with fewer cells. */
  @Test
  void linesAboveTheNamesAreLeftOutWithANote() {
    String rows = "Datum;T;RF\n1.1.2023;1,5;50\n2.1.2023;2,5;51\n3.1.2023;3,5;49\n";
    for (String above :
        List.of("Station report;;\nGenerated 2024-01-01;;\n\n", "Station;Potsdam\nHeight;81\n")) {
      ImportPreview preview = SeriesFiles.preview("odd", above + rows, ImportChoices.AUTOMATIC);
      assertEquals(Optional.empty(), preview.problem());
      assertTrue(
          preview.notes().contains("The first 2 lines are no part of the table and were left out."),
          preview.notes().toString());
      SeriesSet set = open(above + rows);
      assertEquals(List.of("T", "RF"), set.channels().stream().map(Channel::name).toList());
      assertEquals(3.5, set.series().getFirst().values()[2][0]);
    }
  }

  /** Names with a hole, a row of units and values above words are no such lines. */
  @Test
  void namesAndValuesAreNotLeftOut() {
    assertEquals(1, open(",x\na,1\nb,2\nc,4\n").observedChannels().length);
    SeriesSet units = open("time,depth,temp\ns,m,degC\n0,1,2\n1,2,3\n2,3,5\n");
    assertEquals("m", units.channels().getFirst().unit());
    SeriesSet set = open("t,x,note\n0,1,\n1,2,\na,b,c\n2,3,\n".replace("a,b,c", "1.5,2,c"));
    assertEquals(4, set.series().getFirst().length());
  }

  @Test
  void headingsThatAreMonthsNeedNoNameBesideThem() {
    SeriesSet set = open(";Jan-20;Feb-20;Mar-20\nA;1,5;2,5;3\nB;2,5;1,5;4\n");
    assertEquals(List.of("A", "B"), set.series().stream().map(Series::name).toList());
    assertTrue(set.time().isDate());
  }

  @Test
  void theSecondColumnOfANameHasNoUnit() {
    assertEquals("", open("t,x,x\n0,1,2\n1,2,2.5\n2,3,3\n").channels().get(1).unit());
  }

  @Test
  void exponentsOfFortranAreRead() {
    double[] x = open("t x\n0 1.5D+01\n1 1.5d-01\n2 2.0D+00\n").series().getFirst().channel(0);
    assertArrayEquals(new double[] {15, 0.15, 2}, x);
    assertTrue(Double.isNaN(Cells.number("12D5", DecimalSign.DOT)));
  }

  @Test
  void numbersInBracketsAreRefusedWithWhatToWrite() {
    String said = refused("t,x\n0,1\n1,2\n2,(3.5)\n3,4\n");
    assertTrue(said.contains("write -3.5 where the brackets mean that it is below zero"), said);
  }

  @Test
  void aRowBelowTheTableIsRefusedAsOne() {
    String said = refused("month,x\n2020-01,1\n2020-02,2\n2020-03,4\n2020-04,4\nTotal,11\n");
    assertTrue(said.contains("row 6, column 'month': 'Total' is not a time"), said);
    assertTrue(said.contains("take the row out"), said);
  }

  @Test
  void secondsSince1970AreThoseOfAColumnCalledTs() {
    assertTrue(open("ts,x\n1700000000,1\n1700000060,2\n1700000120,3\n").time().isDate());
  }

  @Test
  void wordsThatStandForNumbersAreReadAndSaid() {
    String text =
        "time,lat,lon,on\n2020-08-01,28.0N,94.8W,True\n2020-08-02,28.5N,95W,False\n"
            + "2020-08-03,0.5S,95°30'18\"W,True\n".replace("\"", "''");
    SeriesSet set = open(text);
    assertTrue(set.isTrack());
    double[] last = set.series().getFirst().values()[2];
    assertEquals(-0.5, last[0], 0);
    assertEquals(-95.505, last[1], 1e-12);
    assertEquals(1, last[2], 0);
    ImportPreview preview = SeriesFiles.preview("odd", text, ImportChoices.AUTOMATIC);
    assertTrue(
        preview.notes().contains("In column 'on' the words true and false were read as 1 and 0."),
        preview.notes().toString());
    assertTrue(
        preview.notes().contains("In column 'lon' places in the east are positive, W means minus."),
        preview.notes().toString());
  }

  @Test
  void unitsOfCoordinatesAreARowOfUnits() {
    SeriesSet set =
        open(
            "ISO_TIME,LAT,LON,WIND\n"
                + " ,degrees_north,degrees_east,kts\n"
                + "2000-08-01 00:00:00,10,-40,30\n"
                + "2000-08-01 03:00:00,10.3,-40.5,31\n"
                + "2000-08-01 06:00:00,10.6,-41,32\n");
    assertTrue(set.isTrack());
    assertEquals("kt", set.channels().getLast().unit());
  }

  @Test
  void groupsOfTwoDigitsAreReadAsInIndia() {
    assertEquals(12_34_567.5, Cells.number("₹12,34,567.50", DecimalSign.DOT));
    assertTrue(Double.isNaN(Cells.number("12,34,56", DecimalSign.DOT)));
  }

  @Test
  void columnsWithinAnObjectAreRead() {
    SeriesSet set =
        open(
            "{\"units\":{\"t\":\"°C\"},\"hourly\":{\"time\":[\"2024-01-01T00:00\","
                + "\"2024-01-01T01:00\",\"2024-01-01T02:00\"],\"t\":[1.5,2,null]}}");
    assertEquals(3, set.series().getFirst().length());
    assertTrue(set.time().isDate());
  }

  @Test
  void numbersThatCountFrom1970AreTimesWithoutAName() {
    assertTrue(open("[[1700000000000,1],[1700000060000,2],[1700000120000,4]]").time().isDate());
    String ids = "order_id,x\n1700000000,1\n1700000060,2\n1700000120,3\n";
    assertTrue(!open(ids).time().isDate());
  }

  @Test
  void aFileWithoutNumbersNamesACell() {
    String said = refused("t,x\n0,1x\n1,2x\n2,3x\n");
    assertTrue(said.endsWith("'1x' in column 'x' is no number that can be read."), said);
  }

  @Test
  void aLineBelowTheNamesIsNoRow() {
    SeriesSet set = open("| t | x |\n|---|:--|\n| 0 | 1.5 |\n| 1 | 2 |\n| 2 | 4 |\n");
    assertEquals(3, set.series().getFirst().length());
    assertEquals("t", set.time().name());
  }

  @Test
  void aTableOnItsSideIsRefused() {
    String said = refused("t,0,1,2,3,4,5\nx,1.5,2,1,3,1,2\ny,2,2,1,3,1,5\n");
    assertTrue(said.contains("the times '0' to '5' stand in a row"), said);
  }

  @Test
  void yearsAboveNumbersAreNeverData() {
    SeriesSet set = open("2001,2002,2003,2004,2005\n1.5,2,3,1,2\n2.5,3,1,2,1\n");
    assertEquals(2, set.series().size());
    assertEquals(5, set.series().getFirst().length());
    assertEquals(1.5, set.series().getFirst().values()[0][0]);
  }

  /** What happened at a time of a day is not the time of its row. */
  @Test
  void aSunriseIsNotJoinedToItsDay() {
    SeriesSet set =
        open("date,sunrise,x\n2020-01-01,07:01,1\n2020-01-02,07:00,2\n2020-01-03,06:59,4\n");
    assertEquals("days", set.calendar().words());
    SeriesSet named =
        open("date,klokka,x\n2020-01-01,07:00,1\n2020-01-01,08:00,2\n2020-01-01,09:00,4\n");
    assertEquals("hours", named.calendar().words());
  }

  @Test
  void commasSeparateWordsWithBars() {
    String text = "t,x,kind\n0,1.5,a|b\n1,2.5,a|c\n2,3.5,b|c\n3,4.5,b|c\n4,1.5,b|a\n";
    ImportPreview preview = SeriesFiles.preview("odd", text, ImportChoices.AUTOMATIC);
    assertEquals(Optional.of(Separator.COMMA), preview.separator());
  }
}
