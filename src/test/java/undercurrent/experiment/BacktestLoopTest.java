package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.inference.Estimate;
import undercurrent.inference.HorizonScore;
import undercurrent.math.Randomness;
import undercurrent.series.ImportChoices;
import undercurrent.series.SeriesFiles;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.training.Training;
import undercurrent.training.Workers;

/**
 * A backtest of components, of known equations by Gaussians and by particles, and of a network is a
 * loop over what {@code train} does with the rows before an origin, and {@code infer} with those
 * that were seen.
 */
class BacktestLoopTest {
  private static final int ROWS = 48;
  private static final int ORIGINS = 2;
  private static final int HORIZON = 3;
  private static final int EVERY = 2;

  private static List<String> table() {
    Randomness random = Randomness.of(3);
    List<String> lines = new ArrayList<>(List.of("t,x"));
    double level = 20;
    for (int t = 0; t < ROWS; t++) {
      level += 0.3 * random.normal();
      double x = level + 3 * Math.sin(Math.PI * t / 2) + 0.5 * random.normal();
      lines.add(t == 43 ? t + "," : String.format(Locale.ROOT, "%d,%.4f", t, x));
    }
    return lines;
  }

  private static SeriesSet open(List<String> lines) {
    String text = String.join("\n", lines);
    return SeriesFiles.open("season.csv", text, ImportChoices.AUTOMATIC.withSplit(Split.NONE));
  }

  private static Experiment begun(SeriesSet set, String settings) {
    Recipe recipe = Recipe.of(set);
    for (String setting : settings.split(" ")) {
      String[] sides = setting.split("=");
      recipe = recipe.with(sides[0], sides[1]);
    }
    return recipe.experiment(set);
  }

  private static Experiment trained(List<String> lines, String settings) {
    Run run = Run.of(begun(open(lines), settings));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run.experiment();
  }

  @ParameterizedTest
  @CsvSource({
    "true, kind=trend",
    "false, kind=trend",
    "true, kind=growth filter=ukf epochs=3",
    "false, kind=growth filter=ukf epochs=3",
    "true, kind=growth filter=bootstrap particles=100 epochs=2",
    "false, kind=growth filter=bootstrap particles=100 epochs=2",
    "true, kind=deep epochs=3 hiddenUnits=4 latentSize=1",
    "false, kind=deep epochs=3 hiddenUnits=4 latentSize=1"
  })
  void itIsALoopOverTrainingAndInference(boolean refits, String settings) {
    List<String> lines = table();
    Backtest backtest =
        new Backtest(begun(open(lines), settings), ORIGINS, HORIZON, EVERY, refits, 0.9);
    List<HorizonScore> scores = backtest.run(Workers.ALONE, o -> {}).scores();
    double[] square = new double[HORIZON + 1];
    double[] absolute = new double[HORIZON + 1];
    int[] inside = new int[HORIZON + 1];
    int[] count = new int[HORIZON + 1];
    int first = ROWS - HORIZON - EVERY * (ORIGINS - 1);
    for (int o = 0; o < ORIGINS; o++) {
      int seen = first + EVERY * o;
      Experiment saved = trained(lines.subList(0, 1 + (refits ? seen : first)), settings);
      Estimate forecast =
          Trained.of(saved, open(lines.subList(0, 1 + seen)))
              .estimator()
              .level(0.9)
              .forecast(0, seen, HORIZON);
      for (int h = 1; h <= HORIZON; h++) {
        String[] cells = lines.get(seen + h).split(",");
        if (cells.length < 2) continue;
        double truth = Double.parseDouble(cells[1]);
        square[h] += Math.pow(forecast.observation().mean().at(h - 1, 0) - truth, 2);
        absolute[h] += Math.abs(forecast.observation().median().at(h - 1, 0) - truth);
        if (forecast.observation().lower().at(h - 1, 0) <= truth
            && truth <= forecast.observation().upper().at(h - 1, 0)) inside[h]++;
        count[h]++;
      }
    }
    for (int h = 1; h <= HORIZON; h++) {
      int steps = h;
      HorizonScore found =
          scores.stream()
              .filter(s -> s.method().equals(HorizonScore.MODEL) && s.steps() == steps)
              .findFirst()
              .orElseThrow();
      assertEquals(count[h], found.count());
      assertEquals(Math.sqrt(square[h] / count[h]), found.rmse(), 1e-9);
      assertEquals(absolute[h] / count[h], found.mae(), 1e-9);
      assertEquals((double) inside[h] / count[h], found.coverage(), 1e-12);
    }
  }
}
