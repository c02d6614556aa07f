package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StampsTest {
  /** Five stamps; the first of four series lacks the fourth. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2001-01 2001-02 2001-03 2001-04 2001-05",
        "200110 200111 200112 200201 200202",
        "11/1998 12/1998 01/1999 02/1999 03/1999",
        "Nov-98 Dec-98 Jan-99 Feb-99 Mar-99",
        "2001M1 2001M2 2001M3 2001M4 2001M5",
        "2001:1 2001:2 2001:3 2001:4 2002:1",
        "Q1_01 Q2_01 Q3_01 Q4_01 Q1_02",
        "2001H1 2001H2 2002H1 2002H2 2003H1",
        "1H01 2H01 1H02 2H02 1H03",
        "S1-2001 S2-2001 S1-2002 S2-2002 S1-2003",
        "2001-Q1 2001-Q2 2001-Q3 2001-Q4 2002-Q1",
        "2020-W51 2020-W52 2020-W53 2021-W01 2021-W02",
        "2024-02-26 2024-02-27 2024-02-28 2024-02-29 2024-03-01",
        "20240226 20240227 20240228 20240229 20240301",
        "1.3.2021 2.3.2021 3.3.2021 4.3.2021 5.3.2021",
        "3/13/2021 3/14/2021 3/15/2021 3/16/2021 3/17/2021",
        "2021-03-01T00:00 2021-03-01T01:00 2021-03-01T02:00 2021-03-01T03:00 2021-03-01T04:00",
        "2021-03-01T00:00:00.5Z 2021-03-01T00:00:01.0Z 2021-03-01T00:00:01.5Z"
            + " 2021-03-01T00:00:02.0Z 2021-03-01T00:00:02.5Z",
        "2021-03-01T00:00+01:00 2021-03-01T01:00+01:00 2021-03-01T02:00+01:00"
            + " 2021-03-01T03:00+01:00 2021-03-01T04:00+01:00",
        "1-Oct-1990 1-Nov-1990 1-Dec-1990 1-Jan-1991 1-Feb-1991",
        "28-Dec-99 29-Dec-99 30-Dec-99 31-Dec-99 01-Jan-00",
        "29DEC1999 30DEC1999 31DEC1999 01JAN2000 02JAN2000",
        "2019-362 2019-363 2019-364 2019-365 2020-001",
        "2024年3月1日 2024年3月2日 2024年3月3日 2024年3月4日 2024年3月5日",
        "2021-03-01T00:00CET 2021-03-01T01:00CET 2021-03-01T02:00CET 2021-03-01T03:00CET"
            + " 2021-03-01T04:00CET",
        "2021-03-01T00:00+01:00[Europe/Rome] 2021-03-01T01:00+01:00[Europe/Rome]"
            + " 2021-03-01T02:00+01:00[Europe/Rome] 2021-03-01T03:00+01:00[Europe/Rome]"
            + " 2021-03-01T04:00+01:00[Europe/Rome]",
        "1990 1991 1992 1993 1994",
        "0.10 0.20 0.30 0.40 0.50",
        "1609459200 1609459260 1609459320 1609459380 1609459440",
        "1609459200000000001 1609459200000000003 1609459200000000005 1609459200000000007"
            + " 1609459200000000009",
      })
  void aStampIsWrittenAsItsNeighboursAre(String stamps) {
    String[] cells = stamps.split(" ");
    StringBuilder text = new StringBuilder("time,id,y\n");
    for (String id : new String[] {"a", "b", "c", "d"}) {
      for (int row = 0; row < cells.length; row++) {
        boolean isLeftOut = row == 3 && id.equals("a");
        if (!isLeftOut)
          text.append(cells[row]).append(',').append(id).append(",1.").append(row).append('\n');
      }
    }
    OwnTable own = read(text);
    assertEquals(20, own.rows().size());
    assertEquals(cells[3], own.rows().get(3).cells().getFirst());
    assertEquals("a", own.rows().get(3).cells().get(1));
    assertTrue(own.rows().get(3).isAdded());
  }

  /** Read with the rows that the calendar has and the file lacks. */
  private static OwnTable read(StringBuilder text) {
    Reading read =
        Importer.read(
            TableSources.ofText(TextSource.pasted("a.csv", text.toString())),
            ImportChoices.AUTOMATIC.withSpacing(RowSpacing.CALENDAR));
    return read.table().orElseThrow();
  }

  private static OwnTable withoutFourth(String header, String[] cells) {
    StringBuilder text = new StringBuilder(header + ",y\n");
    for (int row = 0; row < cells.length; row++) {
      if (row != 3) text.append(cells[row]).append(",1.").append(row).append('\n');
    }
    return read(text);
  }

  /** Numbers are those of spreadsheets only under the name of a date. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date | 43829 43830 43831 43832 43833 43834",
        "date | 43831.0 43831.25 43831.5 43831.75 43832.0 43832.25",
        "date | 43831.041667 43831.083333 43831.125 43831.166667 43831.208333 43831.25",
        "time | 23:10 23:30 23:50 00:10 00:30 00:50",
        "time | 9:00:00 9:00:01 9:00:02 9:00:03 9:00:04 9:00:05",
        "time | 11:40AM 11:50AM 12:00PM 12:10PM 12:20PM 12:30PM",
      })
  void aStampWithoutADayIsWrittenAsItsNeighboursAre(String name, String stamps) {
    String[] cells = stamps.replace("AM", " AM").replace("PM", " PM").split(" (?=\\d)");
    OwnTable own = withoutFourth(name, cells);
    assertEquals(6, own.rows().size());
    assertTrue(own.rows().get(3).isAdded());
    assertEquals(cells[3], own.rows().get(3).cells().getFirst());
  }

  /** Six rows of times in columns of their own, of which the file lacks the fourth. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "year,quarter | 2000,1 2000,2 2000,3 2000,4 2001,1 2001,2",
        "year,quarter | 2000,Q1 2000,Q2 2000,Q3 2000,Q4 2001,Q1 2001,Q2",
        "year,half | 2000,H1 2000,H2 2001,H1 2001,H2 2002,H1 2002,H2",
        "year,month | 2000,Sep 2000,Oct 2000,Nov 2000,Dec 2001,Jan 2001,Feb",
        "year,week | 2018,50 2018,51 2018,52 2019,1 2019,2 2019,3",
        "year,doy | 2019,363 2019,364 2019,365 2020,1 2020,2 2020,3",
        "date,hour | 2020-01-01,23 2020-01-01,24 2020-01-02,1 2020-01-02,2 2020-01-02,3"
            + " 2020-01-02,4",
        "date,time | 20200801,0600 20200801,1200 20200801,1800 20200802,0000 20200802,0600"
            + " 20200802,1200"
      })
  void partsOfATimeAreWrittenAsTheyStand(String header, String stamps) {
    String[] cells = stamps.split(" ");
    OwnTable own = withoutFourth(header, cells);
    assertEquals(6, own.rows().size());
    assertTrue(own.rows().get(3).isAdded());
    assertEquals(cells[3], String.join(",", own.rows().get(3).cells().subList(0, 2)));
  }

  @Test
  void timesInSeveralColumnsAndMarksOfNumbersAreWrittenAsTheyStand() {
    StringBuilder text = new StringBuilder("Date,Time,Share\n");
    for (int row = 0; row < 30; row++) {
      if (row != 20) {
        text.append(
            String.format(
                Locale.ROOT, "%02d.03.2021,%02d:30,%d.5 %%\n", 1 + row / 10, row % 10 + 5, row));
      }
    }
    // Hours from 5:30 to 14:30 and pauses over the night; the third day lacks its first one.
    OwnTable own = read(text);
    OwnTable.Row added =
        own.rows().stream().filter(OwnTable.Row::isAdded).findFirst().orElseThrow();
    assertEquals(List.of("Date", "Time", "Share"), own.names());
    assertEquals(List.of("03.03.2021", "05:30", ""), added.cells());
    assertEquals("17.25 %", own.number(0, 17.25));
  }
}
