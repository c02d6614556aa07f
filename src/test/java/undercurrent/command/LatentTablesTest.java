package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.math.Randomness;

/** Components in {@code latents.csv} are in the file's units, which stand beside them. */
final class LatentTablesTest {
  private static final int ROWS = 60;
  @TempDir private Path folder = Path.of("");

  /** Around 1000 m with 2 m a row, a season of four and some noise; hours are uneven. */
  private Path table(String time, DoubleUnaryOperator of) throws IOException {
    Randomness random = Randomness.of(4);
    List<String> lines = new ArrayList<>(List.of(time + ",height [m]"));
    for (int t = 0; t < ROWS; t++) {
      double x = 1000 + 2 * t + 5 * Math.cos(Math.PI * t / 2) + 0.5 * random.normal();
      double at = time.equals("hours") ? t + 0.2 * random.uniform() : t;
      lines.add(String.format(Locale.ROOT, "%.3f,%.6f", at, of.applyAsDouble(x)));
    }
    return Files.write(folder.resolve("table.csv"), lines);
  }

  /** Smoothed means of the components by time, and their units. */
  private record Components(Map<String, Double> means, Map<String, String> units) {
    double at(String time, String component) {
      return Objects.requireNonNull(means.get(time + " " + component), time);
    }
  }

  private Components components() throws IOException {
    Map<String, Double> means = new HashMap<>();
    Map<String, String> units = new HashMap<>();
    List<String> lines = Files.readAllLines(folder.resolve("out/latents.csv"));
    assertEquals("series,time,dimension,mean,lower,upper,kind,level,median,unit", lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      units.put(cells[2], cells[9]);
      if (!cells[6].equals("smoothed")) continue;
      double mean = Double.parseDouble(cells[3]);
      means.put(cells[1] + " " + cells[2], mean);
      assertTrue(
          Double.parseDouble(cells[4]) <= mean && mean <= Double.parseDouble(cells[5]), line);
    }
    return new Components(means, units);
  }

  /** Smoothed medians of what is observed, by time. */
  private Map<String, Double> observed() throws IOException {
    return Files.readAllLines(folder.resolve("out/estimates.csv")).stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[7].equals("smoothed"))
        .collect(Collectors.toMap(c -> c[1], c -> Double.parseDouble(c[9])));
  }

  private void train(Path table, String... settings) {
    List<Object> words = new ArrayList<>(List.of("train", table, "--out", folder.resolve("out")));
    for (String setting : settings) words.addAll(List.of("--set", setting));
    Spoken spoken = Spoken.of(words.toArray());
    assertEquals(0, spoken.exit(), spoken.err());
  }

  @ParameterizedTest
  @CsvSource({"none, m, m per time step", "log, transformed, transformed per time step"})
  void levelAndSeasonAddUpToWhatIsSeen(String transform, String unit, String rate)
      throws IOException {
    train(table("t", x -> x), "kind=seasonal", "season=4", "transform=" + transform, "epochs=30");
    Components components = components();
    assertEquals(Map.of("trend", unit, "slope", rate, "seasonal", unit), components.units());
    Map<String, Double> observed = observed();
    assertEquals(ROWS, observed.size());
    List<String> matrices = Files.readAllLines(folder.resolve("out/matrices.csv"));
    assertEquals("matrix,row,column,value", matrices.getFirst());
    for (String start : List.of("F,z1,z2,1.0", "d,height,,0.0", "m1,z1,,0.0", "A,z5,a5,1.0")) {
      assertTrue(matrices.contains(start), start);
    }
    boolean isLog = transform.equals("log");
    observed.forEach(
        (time, median) -> {
          double sum = components.at(time, "trend") + components.at(time, "seasonal");
          assertEquals(median, isLog ? Math.exp(sum) : sum, 1e-6);
          assertEquals(isLog ? 2 / median : 2, components.at(time, "slope"), isLog ? 1e-3 : 0.5);
        });
  }

  @Test
  void positionAndVelocityAreInTheUnitOfTheFilesTimes() throws IOException {
    train(table("hours", x -> x), "kind=continuous", "process=velocity", "epochs=30");
    Components components = components();
    assertEquals(Map.of("position", "m", "velocity", "m/h"), components.units());
    observed()
        .forEach(
            (time, median) -> {
              assertEquals(median, components.at(time, "position"), 1e-6);
              assertEquals(2, components.at(time, "velocity"), 1);
            });
  }

  /** One degree of latitude is 111.2 km. */
  @Test
  void theVelocityOfATrackIsInKilometres() throws IOException {
    List<String> lines = new ArrayList<>(List.of("time [h],lat,lon"));
    for (int t = 0; t < ROWS; t++) lines.add(3 * t + "," + (10 + 0.3 * t) + ",20");
    train(Files.write(folder.resolve("track.csv"), lines), "kind=trend", "epochs=5");
    Components components = components();
    assertEquals("km/h", components.units().get("velocity north"));
    assertEquals(0.1 * 111.19, components.at("90.0", "velocity north"), 0.01);
    assertEquals(0, components.at("90.0", "velocity east"), 0.01);
  }
}
