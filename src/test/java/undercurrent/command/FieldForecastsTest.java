package undercurrent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

/** On a field that two components move exactly, seen in seven cells. */
final class FieldForecastsTest {
  private static final int ROWS = 60;
  private static final int TRAINING = 40;

  /** z turns and is damped; each cell sees both of it, and the last one white noise too. */
  private static double[][] field(double noise) {
    Randomness random = Randomness.of(5);
    double[] z = {1, 0};
    double[][] field = new double[ROWS][7];
    for (int t = 0; t < ROWS; t++) {
      for (int c = 0; c < 7; c++) field[t][c] = Math.cos(c) * z[0] + Math.sin(2.0 * c) * z[1];
      field[t][6] += noise * random.normal();
      z = new double[] {0.6 * z[0] - 0.79 * z[1], 0.79 * z[0] + 0.6 * z[1]};
    }
    return field;
  }

  @Test
  void theInverseModelOfAllComponentsIsExact() {
    FieldForecasts forecasts = new FieldForecasts(field(0), TRAINING, 2);
    // The mean of the training rows is not 0, which a matrix without an offset leaves.
    double left = forecasts.error(forecasts.inverse(2, 3), 3, TRAINING, ROWS);
    assertTrue(left < 0.1, "" + left);
    assertTrue(left < 0.1 * forecasts.error(forecasts.persistence(), 3, TRAINING, ROWS));
  }

  @Test
  void componentsKnownBeforehandLeaveNothing() {
    FieldForecasts forecasts = new FieldForecasts(field(0), TRAINING, 2);
    double[][] z = forecasts.components(2);
    double[][] ahead = new double[ROWS][];
    for (int t = 0; t < ROWS; t++) ahead[t] = z[Math.min(ROWS - 1, t + 2)];
    double left = forecasts.error(forecasts.withRest(ahead, 2), 2, TRAINING, ROWS);
    assertEquals(0, left, 1e-9);
  }

  /** Of one cell by hand: the factor of a regression through its mean. */
  @Test
  void dampedPersistenceIsARegressionOfEachCell() {
    double[][] field = field(0.5);
    double mean = 0;
    for (int t = 0; t < TRAINING; t++) mean += field[t][6] / TRAINING;
    double product = 0;
    double square = 0;
    for (int t = 1; t < TRAINING; t++) {
      product += (field[t][6] - mean) * (field[t - 1][6] - mean);
      square += Math.pow(field[t - 1][6] - mean, 2);
    }
    double expected = mean + product / square * (field[50][6] - mean);
    FieldForecasts forecasts = new FieldForecasts(field, TRAINING, 2);
    assertEquals(expected, forecasts.damped(1).of(50)[6], 1e-12);
    assertEquals(field[50][6], forecasts.persistence().of(50)[6], 0);
  }
}
