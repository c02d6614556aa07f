package undercurrent.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.experiment.Trained;
import undercurrent.inference.Answers;
import undercurrent.inference.Estimate;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.training.Training;

/** The numbers of lessons beside the same numbers counted in another way. */
final class MeasureTest {
  private static Experiment trained(String sample, Map<String, ?> settings) {
    SeriesSet set = Samples.find(sample).orElseThrow().open();
    Run run = Run.of(Recipe.of(set).with(settings).experiment(set));
    while (run.trainer().status() == Training.Status.READY) run.trainer().step();
    return run.experiment();
  }

  private static double measure(Experiment run, String text) {
    return Quantity.of(text).of(name -> new Measured(run));
  }

  private static double[] column(Experiment run, int series, String name) {
    SeriesSet set = run.data();
    for (int c = 0; c < set.channels().size(); c++) {
      if (set.channels().get(c).name().equals(name)) return set.series().get(series).channel(c);
    }
    throw new AssertionError(name);
  }

  /** The band is a deviation wide on both sides, so that what lies inside can be counted by it. */
  @Test
  void hiddenYearsAreCountedByTheirDistanceFromTheMean() {
    Experiment run = trained("lesson-nile", Map.of("kind", "level"));
    Estimate smoothed = Trained.of(run).estimator().smoothed(0);
    double[] seen = column(run, 0, "flow_obs");
    double[] truth = column(run, 0, "flow_true");
    int hidden = 0;
    int inside = 0;
    double squares = 0;
    for (int year = 1871; year < 1971; year++) {
      int t = year - 1871;
      boolean isHidden = (year >= 1891 && year <= 1910) || (year >= 1931 && year <= 1950);
      assertEquals(isHidden, Double.isNaN(seen[t]));
      if (!isHidden) continue;
      hidden++;
      double mean = smoothed.observation().mean().at(t, 0);
      double reach = smoothed.observation().upper().at(t, 0) - mean;
      if (Math.abs(truth[t] - mean) <= reach) inside++;
      squares += Math.pow(truth[t] - mean, 2);
    }
    assertEquals(hidden, measure(run, "hidden-rows"));
    assertEquals(inside, measure(run, "hidden-inside"));
    assertEquals(Math.sqrt(squares / hidden), measure(run, "hidden-rmse"), 1e-9);
    double line = 0;
    line += straight(truth, seen, 1890, 1911);
    line += straight(truth, seen, 1930, 1951);
    assertEquals(Math.sqrt(line / hidden), measure(run, "straight-line-rmse"), 1e-9);
    assertEquals(Math.sqrt(squares / line), measure(run, "hidden-rmse / straight-line-rmse"), 1e-9);
  }

  private static double straight(double[] truth, double[] seen, int before, int after) {
    double sum = 0;
    double slope = (seen[after - 1871] - seen[before - 1871]) / (after - before);
    for (int year = before + 1; year < after; year++) {
      double line = seen[before - 1871] + slope * (year - before);
      sum += Math.pow(line - truth[year - 1871], 2);
    }
    return sum;
  }

  @Test
  void scoresAreThoseOfTheScoredRows() {
    Experiment run = trained("lesson-nile", Map.of("kind", "level"));
    Answers answers = Trained.of(run).answers().getFirst();
    Estimate predicted = answers.online().predicted();
    double[] seen = column(run, 0, "flow_obs");
    int inside = 0;
    int count = 0;
    double squares = 0;
    double widths = 0;
    for (int t = answers.rows().from(); t < answers.rows().to(); t++) {
      double low = predicted.observation().lower().at(t, 0);
      double high = predicted.observation().upper().at(t, 0);
      if (seen[t] >= low && seen[t] <= high) inside++;
      squares += Math.pow(predicted.observation().mean().at(t, 0) - seen[t], 2);
      widths += high - low;
      count++;
    }
    assertEquals(count, measure(run, "count(predicted)"));
    assertEquals(inside, measure(run, "inside(predicted)"));
    assertEquals(100.0 * inside / count, measure(run, "coverage(predicted)"), 1e-9);
    assertEquals(Math.sqrt(squares / count), measure(run, "rmse(predicted)"), 1e-9);
    assertEquals(widths / count, measure(run, "width(predicted)"), 1e-9);
    assertEquals(measure(run, "rmse(predicted)"), measure(run, "rmse(predicted, flow_obs)"));
    Estimate forecast = answers.forecast().orElseThrow();
    double third = forecast.observation().mean().at(2, 0) - seen[forecast.from() + 2];
    assertEquals(Math.abs(third), measure(run, "rmse-ahead(3)"), 1e-9);
    assertEquals(
        forecast.observation().upper().at(2, 0) - forecast.observation().lower().at(2, 0),
        measure(run, "width-ahead(3)"),
        1e-9);
  }

  @Test
  void regimesAreCountedByTheBetterOfBothNamings() {
    Experiment run = trained("lesson-turns", Map.of("epochs", 10));
    double[][] likely = Trained.of(run).estimator().smoothed(0).regimes();
    double[] truth = column(run, 0, "regime_true");
    int asNamed = 0;
    for (int t = 0; t < truth.length; t++) {
      if (likely[t][(int) truth[t] - 1] > 0.5) asNamed++;
    }
    int right = Math.max(asNamed, truth.length - asNamed);
    assertEquals(right, measure(run, "regimes-right(smoothed)"));
    assertEquals(10, measure(run, "epochs"));
  }

  @Test
  void whatARunDoesNotHaveIsSaidInASentence() {
    Experiment run = trained("nile", Map.of("kind", "level"));
    for (String text :
        new String[] {
          "hidden-rows",
          "regimes-right(smoothed)",
          "filter-error(own)",
          "parameter(slope)",
          "rmse(guess)",
          "position-error(4)",
          "rmse-ahead(5000)",
          "kl(3)",
          "truth-rmse(filtered)",
          "criterion(whole)"
        }) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> measure(run, text), text);
      assertTrue(String.valueOf(e.getMessage()).endsWith("."), text + ": " + e.getMessage());
    }
  }
}
