package undercurrent.lesson;

import java.util.function.IntToDoubleFunction;
import undercurrent.inference.Answers;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;

/** Measures that are taken along estimates. */
final class PathMeasures {
  private PathMeasures() {}

  /** Forecasts of one step ahead of all scored series. */
  record Ahead(double rmse, double width) {}

  static double width(Measured run, String name) {
    double sum = 0;
    int count = 0;
    for (Answers answers : run.answers()) {
      Estimate estimate =
          run.estimate(answers, name).rows(answers.rows().from(), answers.rows().to());
      Band band = estimate.observation();
      for (int t = 0; t < estimate.length(); t++) {
        sum += band.upper().at(t, 0) - band.lower().at(t, 0);
        count++;
      }
    }
    return sum / count;
  }

  static Ahead ahead(Measured run, String text) {
    int steps = Measure.whole(text);
    double squares = 0;
    double widths = 0;
    int count = 0;
    for (Answers answers : run.answers()) {
      Estimate forecast = run.estimate(answers, "forecast");
      if (forecast.length() < steps) continue;
      Band band = forecast.observation();
      double seen = run.observed(answers.rows().series())[forecast.from() + steps - 1];
      if (Double.isNaN(seen)) continue;
      squares += square(band.mean().at(steps - 1, 0) - seen);
      widths += band.upper().at(steps - 1, 0) - band.lower().at(steps - 1, 0);
      count++;
    }
    if (count == 0) {
      throw new IllegalArgumentException(LessonWords.of("pathMeasures.lead", steps));
    }
    return new Ahead(Math.sqrt(squares / count), widths / count);
  }

  static double truthError(Measured run, String name) {
    double squares = 0;
    int count = 0;
    for (Answers answers : run.answers()) {
      int series = answers.rows().series();
      double[] truth = run.truth(series);
      IntToDoubleFunction value = value(run, answers, name);
      for (int t = answers.rows().from(); t < answers.rows().to(); t++) {
        double error = value.applyAsDouble(t) - truth[t];
        if (Double.isNaN(error)) continue;
        squares += square(error);
        count++;
      }
    }
    return Math.sqrt(squares / count);
  }

  private static IntToDoubleFunction value(Measured run, Answers answers, String name) {
    if (name.equals("observed")) return t -> run.observed(answers.rows().series())[t];
    Estimate estimate = run.estimate(answers, name);
    NumberRows mean = estimate.observation().mean();
    return t -> t < estimate.from() ? Double.NaN : mean.at(t - estimate.from(), 0);
  }

  /** The names of regimes are exchanged where others fit better: a model cannot know them. */
  static double regimesRight(Measured run, String name) {
    int[] truth = run.regimes();
    double[][] likely = run.estimate(run.answers().getFirst(), name).regimes();
    if (likely.length == 0)
      throw new IllegalArgumentException(LessonWords.of("pathMeasures.noRegimes"));
    int size = likely[0].length;
    int[][] together = new int[size][size];
    for (int t = 0; t < truth.length; t++) {
      if (truth[t] >= size) continue;
      int most = 0;
      for (int k = 1; k < size; k++) if (likely[t][k] > likely[t][most]) most = k;
      together[truth[t]][most]++;
    }
    return best(together, 0, 0);
  }

  /** The largest sum with one number of each row, no two of them in one column. */
  private static int best(int[][] table, int row, int taken) {
    if (row == table.length) return 0;
    int best = 0;
    for (int k = 0; k < table.length; k++) {
      if ((taken & 1 << k) != 0) continue;
      best = Math.max(best, table[row][k] + best(table, row + 1, taken | 1 << k));
    }
    return best;
  }

  private static double square(double value) {
    return value * value;
  }
}
