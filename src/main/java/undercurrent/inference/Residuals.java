package undercurrent.inference;

import java.util.List;
import undercurrent.model.linear.ResidualTest;

/**
 * What one channel of a series told a model, row by row, that it had not expected: standardised
 * innovations, independent standard normals if the model is right.
 *
 * @param series index in the set
 * @param channel index in the set's channels
 * @param times of the rows {@code [T]}
 * @param standardised {@code [T]}; NaN where nothing was seen, or where a value fixed a diffuse
 *     start
 * @param autocorrelations of lags 1 …, as many as Ljung-Box looks at or more
 * @param tests those for which there are enough rows
 */
public record Residuals(
    int series,
    int channel,
    double[] times,
    double[] standardised,
    double[] autocorrelations,
    List<ResidualTest> tests) {
  public Residuals {
    tests = List.copyOf(tests);
  }

  /** How many there are. */
  public int count() {
    int count = 0;
    for (double value : standardised) if (!Double.isNaN(value)) count++;
    return count;
  }
}
