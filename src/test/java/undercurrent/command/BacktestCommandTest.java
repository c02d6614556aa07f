package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.math.Randomness;
import undercurrent.report.JsonText;

/** Forecasts from several origins, held against a loop over train and infer. */
class BacktestCommandTest {
  private static final int ROWS = 60;
  @TempDir private Path folder = Path.of("");

  /** A season of four, with a gap in a cell. */
  private static List<String> table() {
    Randomness random = Randomness.of(3);
    List<String> lines = new ArrayList<>();
    lines.add("t,x");
    double level = 20;
    for (int t = 0; t < ROWS; t++) {
      level += 0.3 * random.normal();
      double x = level + 3 * Math.sin(Math.PI * t / 2) + 0.5 * random.normal();
      lines.add(t == 53 ? t + "," : String.format(Locale.ROOT, "%d,%.4f", t, x));
    }
    return lines;
  }

  private Path written(String name, List<String> lines) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, lines);
    return file;
  }

  private JsonNode backtest(Path file, Object... options) throws IOException {
    List<Object> words = new ArrayList<>(List.of("backtest", file, "--json"));
    words.addAll(List.of("--origins", 2, "--horizon", 3));
    words.addAll(List.of(options));
    Spoken said = Spoken.of(words.toArray());
    assertEquals(0, said.exit(), said.err());
    return JsonText.JSON.readTree(said.out());
  }

  private static double number(JsonNode root, String method, String steps, String what) {
    for (JsonNode one : root.path("scores")) {
      boolean isMethod = one.path("method").asString().equals(method);
      if (isMethod && one.path("steps").asString().equals(steps)) return one.path(what).asDouble();
    }
    throw new AssertionError(method + " " + steps);
  }

  /** Mean, lower and upper end of a forecast by train and infer, as a person would do it. */
  private double[][] byHand(List<String> lines, int trained, int seen) throws IOException {
    Path cut = written("cut.csv", lines.subList(0, trained + 1));
    Path model = folder.resolve("model");
    Path asked = folder.resolve("asked");
    Spoken said =
        Spoken.of(
            "train",
            cut,
            "--split",
            "none",
            "--set",
            "kind=seasonal",
            "--set",
            "season=4",
            "--out",
            model);
    assertEquals(0, said.exit(), said.err());
    Path seenFile = written("seen.csv", lines.subList(0, seen + 1));
    said =
        Spoken.of(
            "infer",
            model.resolve("experiment.undercurrent"),
            seenFile,
            "--kind",
            "forecast",
            "--horizon",
            3,
            "--out",
            asked);
    assertEquals(0, said.exit(), said.err());
    double[][] bands = new double[3][];
    List<String> rows = Files.readAllLines(asked.resolve("estimates.csv"));
    List<String> names = List.of(rows.getFirst().split(","));
    for (int h = 0; h < 3; h++) {
      String[] cells = rows.get(1 + h).split(",");
      bands[h] =
          new double[] {
            Double.parseDouble(cells[names.indexOf("mean")]),
            Double.parseDouble(cells[names.indexOf("lower")]),
            Double.parseDouble(cells[names.indexOf("upper")])
          };
    }
    return bands;
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void itIsALoopOverTrainAndInfer(boolean refits) throws IOException {
    List<String> lines = table();
    Path file = written("season.csv", lines);
    List<Object> options =
        new ArrayList<>(List.of("--kind", "seasonal", "--set", "season=4", "--every", 2));
    if (!refits) options.add("--filter-only");
    JsonNode found = backtest(file, options.toArray());
    double[] square = new double[4];
    double[] absolute = new double[4];
    int[] inside = new int[4];
    int[] count = new int[4];
    List<String> names = List.of("naive", "seasonal naive", "drift");
    double[][] others = new double[names.size()][4];
    double[] x = new double[ROWS];
    for (int t = 0; t < ROWS; t++) {
      String[] cells = lines.get(1 + t).split(",");
      x[t] = cells.length < 2 ? Double.NaN : Double.parseDouble(cells[1]);
    }
    for (int o = 0; o < 2; o++) {
      int seen = ROWS - 3 - 2 * (1 - o);
      double[][] bands = byHand(lines, refits ? seen : ROWS - 3 - 2, seen);
      int last = Double.isNaN(x[seen - 1]) ? seen - 2 : seen - 1;
      for (int h = 1; h <= 3; h++) {
        double truth = x[seen + h - 1];
        if (Double.isNaN(truth)) continue;
        double error = bands[h - 1][0] - truth;
        square[h] += error * error;
        absolute[h] += Math.abs(error);
        if (bands[h - 1][1] <= truth && truth <= bands[h - 1][2]) inside[h]++;
        count[h]++;
        double season = x[seen + h - 1 - 4];
        if (Double.isNaN(season)) season = x[seen + h - 1 - 8];
        double drift = x[last] + (x[last] - x[0]) / last * (seen + h - 1 - last);
        others[0][h] += Math.pow(x[last] - truth, 2);
        others[1][h] += Math.pow(season - truth, 2);
        others[2][h] += Math.pow(drift - truth, 2);
      }
    }
    for (int h = 1; h <= 3; h++) {
      String steps = Integer.toString(h);
      assertEquals(count[h], number(found, "model", steps, "count"), 0);
      assertEquals(Math.sqrt(square[h] / count[h]), number(found, "model", steps, "rmse"), 1e-5);
      assertEquals(absolute[h] / count[h], number(found, "model", steps, "mae"), 1e-5);
      assertEquals((double) inside[h] / count[h], number(found, "model", steps, "coverage"), 1e-12);
      for (int m = 0; m < names.size(); m++) {
        assertEquals(
            Math.sqrt(others[m][h] / count[h]),
            number(found, names.get(m), steps, "rmse"),
            1e-9,
            names.get(m));
      }
    }
    double all = Math.sqrt((square[1] + square[2] + square[3]) / (count[1] + count[2] + count[3]));
    assertEquals(all, number(found, "model", "all", "rmse"), 1e-5);
  }

  static List<ModelKind<?>> general() {
    return Catalogue.standard().kinds().stream()
        .filter(k -> k.isGeneral() && !k.learnsFromTruth())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("general")
  void everyGeneralKindIsEvaluated(ModelKind<?> kind) throws IOException {
    // Some kinds want two channels.
    List<String> two = new ArrayList<>();
    for (String line : table()) two.add(line + "," + (line.equals("t,x") ? "y" : two.size() % 7));
    Path file = written("two.csv", two);
    JsonNode found =
        backtest(file, "--kind", kind.id(), "--set", "epochs=2", "--filter-only", "--level", "0.5");
    assertTrue(number(found, "model", "all", "rmse") > 0);
    assertEquals(0.5, found.path("level").asDouble(), 0);
  }

  @Test
  void tablesAndFiguresAreWritten() throws IOException {
    Path out = folder.resolve("out");
    Spoken said =
        Spoken.of(
            "backtest",
            written("season.csv", table()),
            "--kind",
            "level",
            "--origins",
            3,
            "--horizon",
            2,
            "--out",
            out);
    assertEquals(0, said.exit(), said.err());
    assertTrue(said.out().contains("trained anew at each origin"), said.out());
    List<String> errors = Files.readAllLines(out.resolve("backtest.csv"));
    assertEquals("channel,steps,method,mae,rmse,coverage,count", errors.getFirst());
    assertEquals(1 + 3 * 3, errors.size());
    List<String> forecasts = Files.readAllLines(out.resolve("forecasts.csv"));
    assertEquals(1 + 3 * 2, forecasts.size());
    assertTrue(Files.size(out.resolve("backtest.svg")) > 1000);
    assertTrue(Files.size(out.resolve("backtest.png")) > 1000);
    assertTrue(Files.exists(out.resolve("backtest.json")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--origins 40 --horizon 40; has 60 rows, and 40 origins with a horizon of 40 need 82",
        "--origins 0; The setting 'origins' is 0; give at least 1",
        "--split none; --split has no meaning here",
        "--kind nothing; it is one of"
      })
  void whatCannotBeDoneIsSaid(String options, String sentence) throws IOException {
    List<Object> words = new ArrayList<>(List.of("backtest", written("s.csv", table())));
    words.addAll(List.of((Object[]) options.split(" ")));
    Spoken said = Spoken.of(words.toArray());
    assertTrue(said.exit() != 0);
    assertTrue(said.err().contains(sentence), said.err());
  }
}
