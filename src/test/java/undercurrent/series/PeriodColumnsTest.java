package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables with a row a year and a column a month are one series, and are never twelve channels. */
final class PeriodColumnsTest {
  private static final String MONTHS = "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec";

  private static String values(int row, int count) {
    return IntStream.range(0, count)
        .mapToObj(k -> Integer.toString(count * row + k))
        .collect(Collectors.joining(","));
  }

  private static SeriesSet open(String text) {
    return SeriesFiles.open("table.csv", text, ImportChoices.AUTOMATIC);
  }

  private static void requireOneAfterAnother(SeriesSet set, int season, String first) {
    Series series = set.series().getFirst();
    assertEquals(1, set.observedChannels().length);
    double[] counted = IntStream.range(0, series.length()).mapToDouble(i -> i).toArray();
    assertArrayEquals(counted, series.channel(set.observedChannels()[0]));
    assertEquals(first, StampWords.date(series.times()[0]).toString());
    assertEquals(season, set.time().calendar().orElseThrow().season().orElseThrow());
    assertTrue(set.time().regular());
  }

  @Test
  void monthsOfYearsFollowOneAnotherAndTheirMeansAreLeftOut() {
    String text = "Year," + MONTHS + ",J-D,DJF\n";
    for (int y = 0; y < 4; y++) text += (1990 + y) + "," + values(y, 12) + ",5,***\n";
    ImportPreview preview = SeriesFiles.preview("table.csv", text, ImportChoices.AUTOMATIC);
    requireOneAfterAnother(open(text), 12, "1990-01-01T00:00");
    assertEquals(
        List.of(
            "The columns 'Jan' to 'Dec' are the months of the year in column 'Year', so the 12"
                + " values of each row were read one after another, called 'value' (--wide no reads"
                + " them as columns).",
            "Columns 'J-D', 'DJF' beside the months were left out."),
        Notes.special(preview));
    ImportChoices asColumns = ImportChoices.AUTOMATIC.withWide(false);
    assertEquals(13, SeriesFiles.open("table.csv", text, asColumns).observedChannels().length);
  }

  @Test
  void quartersAndHoursDoSoToo() {
    String quarters = "year,Q1,Q2,Q3,Q4\n";
    for (int y = 0; y < 4; y++) quarters += (1990 + y) + "," + values(y, 4) + "\n";
    requireOneAfterAnother(open(quarters), 4, "1990-01-01T00:00");
    String heads =
        IntStream.rangeClosed(1, 24).mapToObj(h -> "H" + h).collect(Collectors.joining(","));
    String hours = "date," + heads + "\n";
    for (int d = 0; d < 4; d++) hours += "2020-01-0" + (d + 1) + "," + values(d, 24) + "\n";
    requireOneAfterAnother(open(hours), 24, "2020-01-01T01:00");
  }

  @Test
  void aYearAndTwelveNumbersARowNeedNoHeader() {
    String text = "";
    for (int y = 0; y < 4; y++) text += (1990 + y) + "," + values(y, 12) + "\n";
    requireOneAfterAnother(open(text), 12, "1990-01-01T00:00");
  }

  @Test
  void aLabelBesideThemNamesTheSeries() {
    String text = "station,year," + MONTHS + "\n";
    for (String station : List.of("A", "B")) {
      for (int y = 0; y < 3; y++) text += station + "," + (1990 + y) + "," + values(y, 12) + "\n";
    }
    SeriesSet set = open(text);
    assertEquals(List.of("A", "B"), set.series().stream().map(Series::name).toList());
    assertEquals(36, set.series().getLast().length());
  }
}
