package undercurrent.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

/** A deep Markov model whose transition and emission read an input column. */
final class DeepInputsTest {
  private static final int ROWS = 40;

  /**
   * @param change of the input at one row, which must not be one of the first thirty
   */
  private static Dataset data(int row, double change) {
    double[] times = new double[ROWS];
    double[][] values = new double[ROWS][2];
    for (int t = 0; t < ROWS; t++) {
      times[t] = t;
      values[t][0] = Math.sin(0.7 * t);
      values[t][1] = Math.cos(0.3 * t);
    }
    values[row][1] += change;
    return Dataset.of(
        new SeriesSet(
            "river",
            List.of(
                new Channel("flow", "", Channel.Kind.REAL, Channel.Role.OBSERVED),
                new Channel("u_rain", "", Channel.Kind.REAL, Channel.Role.INPUT)),
            new TimeAxis("t", "", false, true),
            List.of(new Series("a", times, values)),
            new Split(List.of(), 0.75, 1)),
        0);
  }

  private static Estimate forecast(Dataset data, int horizon) {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "hiddenUnits", 6);
    DeepMarkovModel model = DeepMarkovModel.of(settings, data, 3);
    return new SamplingEstimator(model, data, 3).paths(50).forecast(0, 30, horizon);
  }

  @Test
  void aForecastFollowsTheInputsThatAreKnown() {
    double[][] before = forecast(data(34, 0), 10).observation().mean().all();
    double[][] after = forecast(data(34, 5), 10).observation().mean().all();
    for (int h = 0; h < 10; h++) {
      // Row 34 is four steps after the first row of the forecast.
      if (h < 4) assertEquals(before[h][0], after[h][0], "step " + h);
      else assertNotEquals(before[h][0], after[h][0], "step " + h);
    }
  }

  @Test
  void beyondTheLastRowInputsStayAndANoteSaysSo() {
    assertEquals(List.of(), forecast(data(34, 0), 10).notes());
    assertEquals(
        List.of("The inputs of 'a' are not known beyond its last row, and stay as they are there."),
        forecast(data(34, 0), 12).notes());
    float[] last = data(34, 0).whole().getFirst().inputsAt(ROWS - 1);
    assertEquals(last[0], data(34, 0).whole().getFirst().inputsAt(ROWS + 5)[0]);
  }

  @Test
  void anInputWithAGapIsRefused() {
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> forecast(data(34, Double.NaN), 3));
    assertEquals(
        "The input 'u_rain' has no value at row 35 of 'a', and an input must be known at every row;"
            + " fill the cell, or leave that column out.",
        refused.getMessage());
  }
}
