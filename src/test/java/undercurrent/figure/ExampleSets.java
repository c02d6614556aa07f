package undercurrent.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/** Samples as sets, for figures. */
final class ExampleSets {
  private ExampleSets() {}

  private static final Path SAMPLES = Path.of("samples");

  static SeriesSet passengers() {
    List<String[]> rows = rows("02_air_passengers.csv");
    double[] times =
        rows.stream().mapToDouble(r -> LocalDate.parse(r[0] + "-01").toEpochDay()).toArray();
    double[][] values =
        rows.stream().map(r -> new double[] {number(r[1])}).toArray(double[][]::new);
    return single("Air passengers", true, List.of(real("passengers", "thousands")), times, values);
  }

  static SeriesSet macro() {
    List<String[]> rows = rows("06_us_macro_quarterly.csv");
    List<Channel> channels =
        List.of(real("realgdp", "10⁹ $"), real("cpi", ""), real("unemp", "%"), real("infl", "%"));
    double[] times = new double[rows.size()];
    double[][] values = new double[rows.size()][];
    for (int i = 0; i < times.length; i++) {
      times[i] = LocalDate.of(1959 + i / 4, 1 + i % 4 * 3, 1).toEpochDay();
      String[] r = rows.get(i);
      values[i] = new double[] {number(r[1]), number(r[6]), number(r[9]), number(r[11])};
    }
    return single("US economy", true, channels, times, values);
  }

  static SeriesSet storms() {
    List<Series> series = new ArrayList<>();
    Map<String, List<String[]>> byName = new LinkedHashMap<>();
    for (String[] row : rows("07_atlantic_storms.csv")) {
      byName.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(row);
    }
    byName.forEach(
        (name, rows) -> {
          if (!name.endsWith("Gloria")) return;
          double[] times = rows.stream().mapToDouble(r -> days(r[1])).toArray();
          double[][] values =
              rows.stream()
                  .map(r -> new double[] {number(r[2]), number(r[3])})
                  .toArray(double[][]::new);
          series.add(new Series(name, times, values));
        });
    return new SeriesSet(
        "Atlantic storms", track(), new TimeAxis("time", "d", true, true), series, Split.BY_TIME);
  }

  static SeriesSet acrossTheDateline() {
    double[] times = new double[40];
    double[][] values = new double[40][];
    for (int t = 0; t < 40; t++) {
      times[t] = t;
      double lon = 160 + 1.2 * t;
      values[t] = new double[] {-30 + 0.5 * t + 3 * Math.sin(t / 4.0), lon > 180 ? lon - 360 : lon};
    }
    return new SeriesSet(
        "Pacific voyage",
        track(),
        new TimeAxis("t", "d", false, true),
        List.of(new Series("1", times, values)),
        Split.BY_TIME);
  }

  private static SeriesSet single(
      String name, boolean dates, List<Channel> channels, double[] times, double[][] values) {
    TimeAxis axis = new TimeAxis("time", "", dates, true);
    return new SeriesSet(
        name, channels, axis, List.of(new Series(name, times, values)), Split.BY_TIME);
  }

  private static List<Channel> track() {
    return List.of(
        new Channel("lat", "°", Channel.Kind.LATITUDE, Channel.Role.OBSERVED),
        new Channel("lon", "°", Channel.Kind.LONGITUDE, Channel.Role.OBSERVED));
  }

  static Channel real(String name, String unit) {
    return new Channel(name, unit, Channel.Kind.REAL, Channel.Role.OBSERVED);
  }

  private static List<String[]> rows(String file) {
    try {
      List<String> lines = Files.readAllLines(SAMPLES.resolve(file));
      return lines.subList(1, lines.size()).stream().map(l -> l.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private static double days(String moment) {
    LocalDateTime at = LocalDateTime.parse(moment.replace("Z", ""));
    return at.toEpochSecond(ZoneOffset.UTC) / 86_400.0;
  }
}
