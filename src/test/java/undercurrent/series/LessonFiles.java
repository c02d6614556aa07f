package undercurrent.series;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The lessons' files as they follow from the other samples and from the generators. */
final class LessonFiles {
  static final Path FOLDER = Path.of("samples");
  private static final MathContext DIGITS = new MathContext(6);

  private LessonFiles() {}

  /** What each file holds, by its name. */
  static Map<String, String> all() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("13_lesson_nile_hidden_years.csv", nile());
    files.put("14_lesson_co2_hidden_year.csv", co2());
    files.put("15_lesson_airline.csv", airline());
    files.put("16_lesson_oscillator.csv", oscillator());
    files.put("17_lesson_lidar_targets.csv", lidar());
    files.put("18_lesson_pendulum.csv", pendulum());
    files.put("19_lesson_taking_turns.csv", turns());
    return files;
  }

  private static String nile() throws IOException {
    IntPredicate hidden = year -> (year >= 1891 && year <= 1910) || (year >= 1931 && year <= 1950);
    List<String> lines = new ArrayList<>(List.of("year,flow_true_1e8_m3,flow_obs_1e8_m3,split"));
    for (String[] row : rows("01_nile.csv")) {
      int year = Integer.parseInt(row[0]);
      String part = year > 1960 ? "test" : "train";
      lines.add(String.join(",", row[0], hidden(hidden.test(year), row[1]), part));
    }
    return text(lines);
  }

  private static String co2() throws IOException {
    List<String> lines = new ArrayList<>(List.of("date,co2_true_ppm,co2_obs_ppm"));
    for (String[] row : rows("04_co2_weekly_gaps.csv")) {
      String date = row[0];
      if (date.compareTo("1965") < 0 || date.compareTo("1980") >= 0) continue;
      lines.add(date + "," + hidden(date.startsWith("1972"), row[1]));
    }
    return text(lines);
  }

  /** The cells of truth and observation; a value stands in one of them. */
  private static String hidden(boolean isHidden, String value) {
    return isHidden ? value + "," : "," + value;
  }

  private static String airline() throws IOException {
    List<String> lines = new ArrayList<>(List.of("time,passengers_thousands,split"));
    for (String[] row : rows("02_air_passengers.csv")) {
      String part = row[0].compareTo("1959") < 0 ? "train" : "test";
      lines.add(String.join(",", row[0], row[1], part));
    }
    return text(lines);
  }

  private static String oscillator() {
    List<String> lines = new ArrayList<>(List.of("step,position,velocity,position_obs"));
    Series series = DampedOscillator.USUAL.generate(1).series().getFirst();
    for (int t = 0; t < series.length(); t++) {
      double[] row = series.values()[t];
      lines.add(t + "," + numbers(row[0], row[1], row[2]));
    }
    return text(lines);
  }

  private static String lidar() {
    List<String> lines = new ArrayList<>(List.of("target,step,x,y,vx,vy,x_obs,y_obs"));
    for (Series series : LidarTargets.USUAL.generate(1).series()) {
      String name = series.name().replace("target ", "");
      for (int t = 0; t < series.length(); t++) {
        lines.add(name + "," + t + "," + numbers(series.values()[t]));
      }
    }
    return text(lines);
  }

  private static String pendulum() {
    List<String> lines = new ArrayList<>(List.of("t,sin_theta,theta,omega,sin_theta_obs"));
    Series series = NoisyPendulum.USUAL.generate(1).series().getFirst();
    for (int t = 0; t < series.length(); t++) {
      double[] row = series.values()[t];
      lines.add(numbers(series.times()[t], StrictMath.sin(row[0]), row[0], row[1], row[2]));
    }
    return text(lines);
  }

  private static String turns() {
    List<String> lines = new ArrayList<>(List.of("step,u,v,regime_true,u_obs,v_obs"));
    Series series = SwitchingRotations.USUAL.generate(1).series().getFirst();
    for (int t = 0; t < series.length(); t++) lines.add(t + "," + numbers(series.values()[t]));
    return text(lines);
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file)).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static String numbers(double... values) {
    return Arrays.stream(values)
        .mapToObj(x -> new BigDecimal(x).round(DIGITS).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(","));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
