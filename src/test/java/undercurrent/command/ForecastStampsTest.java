package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forecasts of the command line have the stamps that the table would go on with. */
final class ForecastStampsTest {
  private static final int ROWS = 24;
  @TempDir private Path folder = Path.of("");

  private static Arguments of(String first, IntFunction<String> stamp, String... next) {
    return Arguments.of(first, IntStream.range(0, ROWS).mapToObj(stamp).toList(), List.of(next));
  }

  static Stream<Arguments> tables() {
    LocalDate january = LocalDate.of(2018, 1, 1);
    List<String> trading =
        Stream.iterate(LocalDate.of(2024, 3, 1), d -> d.plusDays(1))
            .filter(d -> d.getDayOfWeek() != DayOfWeek.SATURDAY)
            .filter(d -> d.getDayOfWeek() != DayOfWeek.SUNDAY)
            .filter(d -> !d.equals(LocalDate.of(2024, 3, 29)))
            .limit(ROWS)
            .map(LocalDate::toString)
            .toList();
    return Stream.of(
        of(
            "month",
            i -> january.plusMonths(i).toString().substring(0, 7),
            "2020-01-01T00:00:00Z",
            "2020-02-01T00:00:00Z",
            "2020-03-01T00:00:00Z"),
        of(
            "quarter",
            i -> january.plusMonths(3L * i + 3).minusDays(1).toString(),
            "2024-03-31T00:00:00Z",
            "2024-06-30T00:00:00Z",
            "2024-09-30T00:00:00Z"),
        of(
            "month end",
            i -> january.plusMonths(i + 2).minusDays(1).toString(),
            "2020-02-29T00:00:00Z",
            "2020-03-31T00:00:00Z",
            "2020-04-30T00:00:00Z"),
        of(
            "date",
            i -> LocalDate.of(2024, 2, 4).plusDays(i).toString(),
            "2024-02-28T00:00:00Z",
            "2024-02-29T00:00:00Z",
            "2024-03-01T00:00:00Z"),
        of(
            "date",
            i -> trading.get(i),
            "2024-04-05T00:00:00Z",
            "2024-04-08T00:00:00Z",
            "2024-04-09T00:00:00Z"),
        of("half", i -> (2001 + i / 2) + "H" + (1 + i % 2), "2013H1", "2013H2", "2014H1"),
        of("date", i -> Integer.toString(43831 + i), "43855", "43856", "43857"),
        of(
            "time",
            i -> java.time.LocalTime.of(20, 0).plusMinutes(10L * i).toString(),
            "00:00",
            "00:10",
            "00:20"),
        of("year", i -> Integer.toString(1871 + i), "1895.0", "1896.0", "1897.0"),
        of("t", i -> "353." + (331 + i), "353.355", "353.356", "353.357"),
        of(
            "timestamp",
            i -> Long.toString(1_700_000_000_123_456_789L + 1_000_000_007L * i),
            "1700000024123456957",
            "1700000025123456964",
            "1700000026123456971"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void forecastsGoOnAsTheTableWould(String column, List<String> stamps, List<String> next)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(column + ",x"));
    for (int i = 0; i < ROWS; i++) lines.add(stamps.get(i) + "," + (10 + i % 5));
    Path table = Files.write(folder.resolve("table.csv"), lines);
    List<String> estimates = forecast(table);
    assertEquals(next, estimates.stream().map(l -> l.split(",", -1)[1]).toList());
  }

  @Test
  void longitudesStayInTheRangeOfTheFile() throws IOException {
    List<String> lines = new ArrayList<>(List.of("time,lat,lon"));
    for (int i = 0; i < ROWS; i++) lines.add(i + "," + (10 + i % 3) + "," + (350 + i / 2.0 - 12));
    Path table = Files.write(folder.resolve("table.csv"), lines);
    List<Double> longitudes = new ArrayList<>();
    for (String line : forecast(table)) {
      String[] cells = line.split(",", -1);
      if (!cells[2].equals("lon")) continue;
      longitudes.add(Double.parseDouble(cells[4]));
      assertTrue(Double.parseDouble(cells[5]) < Double.parseDouble(cells[4]), line);
      assertTrue(Double.parseDouble(cells[6]) > Double.parseDouble(cells[4]), line);
    }
    assertEquals(3, longitudes.size());
    assertTrue(longitudes.stream().allMatch(l -> l > 345 && l < 360), "" + longitudes);
  }

  private List<String> forecast(Path table) throws IOException {
    Path out = folder.resolve("out");
    Spoken trained =
        Spoken.of("train", table, "--set", "kind=trend", "--split", "none", "--out", out);
    assertEquals(0, trained.exit(), trained.err());
    Path saved = out.resolve("experiment.undercurrent");
    Spoken inferred = Spoken.of("infer", saved, "--kind=forecast", "--horizon=3", "--out", out);
    assertEquals(0, inferred.exit(), inferred.err());
    List<String> all = Files.readAllLines(out.resolve("estimates.csv"));
    return all.subList(1, all.size());
  }
}
