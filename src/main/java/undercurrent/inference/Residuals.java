package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.math.StandardNormal;
import undercurrent.model.linear.ResidualTest;

/**
 * What one channel of a series showed a model, row by row, beyond its prediction: standardised
 * innovations, independent standard normals if the model is right.
 *
 * @param series index in the set
 * @param channel index in the set's channels
 * @param times of the rows {@code [T]}
 * @param standardised {@code [T]}; NaN where nothing was seen, or where a value fixed a diffuse
 *     start
 * @param autocorrelations of lags 1 …, as many as Ljung-Box looks at or more
 * @param tests those for which there are enough rows
 * @param lambda of the Box-Cox transform that suits the channel: its residuals are unsteady, and
 *     its swings go with its level; otherwise 1
 */
public record Residuals(
    int series,
    int channel,
    double[] times,
    double[] standardised,
    double[] autocorrelations,
    List<ResidualTest> tests,
    double lambda) {
  private static final double TWO_SIDED = 1.96;

  public Residuals {
    tests = List.copyOf(tests);
  }

  /**
   * The residuals in order beside those of a normal distribution.
   *
   * @param normal quantiles at (i - ½) / N
   * @param ordered residuals, ascending
   * @param reach of the 95 % band around each, for one place at a time: 1.96 √(p (1-p) / N) / φ
   */
  public record Quantiles(double[] normal, double[] ordered, double[] reach) {}

  /** Of all that are known. */
  public Quantiles quantiles() {
    double[] ordered = Arrays.stream(standardised).filter(e -> !Double.isNaN(e)).sorted().toArray();
    double[] normal = new double[ordered.length];
    double[] reach = new double[ordered.length];
    for (int i = 0; i < ordered.length; i++) {
      double p = (i + 0.5) / ordered.length;
      double z = StandardNormal.quantile(p);
      double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      normal[i] = z;
      reach[i] = TWO_SIDED * Math.sqrt(p * (1 - p) / ordered.length) / density;
    }
    return new Quantiles(normal, ordered, reach);
  }

  /** How far an autocorrelation of independent residuals lies from zero, 19 times in 20. */
  public double bound() {
    return TWO_SIDED / Math.sqrt(count());
  }

  /** The test of a property, if there were rows enough for it. */
  public Optional<ResidualTest> test(ResidualTest.Property property) {
    return tests.stream().filter(t -> t.property() == property).findFirst();
  }

  /** How many there are. */
  public int count() {
    int count = 0;
    for (double value : standardised) if (!Double.isNaN(value)) count++;
    return count;
  }
}
