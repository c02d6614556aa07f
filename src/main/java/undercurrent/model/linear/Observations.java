package undercurrent.model.linear;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import undercurrent.model.ModelWords;

/**
 * What was seen of one series: values [T][m] with NaN for what is missing, inputs u [T][k] that are
 * known, and, where the instrument says so, the measurement noise R of every row.
 */
public final class Observations {
  private final int steps;
  private final int observed;
  private final int inputSize;
  private final double[] values;
  private final double[] inputs;
  private final @Nullable Varying noise;

  private Observations(
      int steps,
      int observed,
      int inputSize,
      double[] values,
      double[] inputs,
      @Nullable Varying noise) {
    this.steps = steps;
    this.observed = observed;
    this.inputSize = inputSize;
    this.values = values;
    this.inputs = inputs;
    this.noise = noise;
    for (int i = 0; i < values.length; i++) {
      if (Double.isInfinite(values[i])) {
        throw new IllegalArgumentException(
            ModelWords.of("observations.infinite", i / observed + 1, i % observed + 1));
      }
    }
  }

  /** Values [T][m]; NaN is missing. */
  public static Observations of(double[][] rows) {
    int observed = rows.length == 0 ? 0 : rows[0].length;
    return new Observations(
        rows.length, observed, 0, flat("x", rows, observed), new double[0], null);
  }

  /** One channel; NaN is missing. */
  public static Observations ofChannel(double... values) {
    return new Observations(values.length, 1, 0, values.clone(), new double[0], null);
  }

  /** A value by its step and channel; NaN is missing. */
  @FunctionalInterface
  public interface Cell {
    double at(int t, int channel);
  }

  /** Values of so many steps and channels. */
  public static Observations of(int steps, int observed, Cell cell) {
    double[] values = new double[Math.multiplyExact(steps, observed)];
    for (int t = 0; t < steps; t++) {
      for (int d = 0; d < observed; d++) values[t * observed + d] = cell.at(t, d);
    }
    return new Observations(steps, observed, 0, values, new double[0], null);
  }

  /** Values [T·m], row by row. */
  public static Observations ofFlat(int observed, double[] values) {
    return new Observations(
        values.length / observed, observed, 0, values.clone(), new double[0], null);
  }

  /** With inputs [T][k]; none may be missing. */
  public Observations withInputs(double[][] rows) {
    if (rows.length != steps) {
      throw new IllegalArgumentException(ModelWords.of("observations.inputs", rows.length, steps));
    }
    int size = rows.length == 0 ? 0 : rows[0].length;
    double[] flat = flat("u", rows, size);
    for (int i = 0; i < flat.length; i++) {
      if (!Double.isFinite(flat[i])) {
        throw new IllegalArgumentException(
            ModelWords.of("observations.inputMissing", i / size + 1, i % size + 1));
      }
    }
    return new Observations(steps, observed, size, values, flat, noise);
  }

  /** With a measurement noise of its own for every row, in place of the system's R. */
  public Observations withNoise(Varying noise) {
    Checks.size("R", noise, observed, observed);
    Checks.steps("R", noise, steps);
    Checks.covariance("R", noise);
    return new Observations(steps, observed, inputSize, values, inputs, noise);
  }

  /** The same with the rows from … to-1 missing. */
  public Observations without(int from, int to) {
    double[] left = values.clone();
    Arrays.fill(left, from * observed, to * observed, Double.NaN);
    return withValues(left);
  }

  /** Other values [T·m] for the same inputs and noise; NaN is missing. */
  public Observations withValues(double[] other) {
    if (other.length != values.length) {
      throw new IllegalArgumentException(
          ModelWords.of("observations.replaced", other.length, values.length));
    }
    return new Observations(steps, observed, inputSize, other.clone(), inputs, noise);
  }

  /** Some channels alone, with the inputs and with their own noise if there is any. */
  public Observations channels(int... places) {
    int m = places.length;
    double[] chosen = new double[steps * m];
    double[][] covariances = new double[steps][m * m];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < m; i++) {
        chosen[t * m + i] = value(t, places[i]);
        for (int j = 0; noise != null && j < m; j++) {
          covariances[t][i * m + j] = noise.at(t)[places[i] * observed + places[j]];
        }
      }
    }
    Observations alone = new Observations(steps, m, inputSize, chosen, inputs, null);
    return noise == null ? alone : alone.withNoise(Varying.each(m, m, covariances));
  }

  /** Followed by rows that are not seen, with the inputs they will have ([horizon][k]). */
  public Observations followedBy(double[][] futureInputs) {
    int horizon = futureInputs.length;
    double[] longer = Arrays.copyOf(values, values.length + horizon * observed);
    Arrays.fill(longer, values.length, longer.length, Double.NaN);
    double[] longerInputs = Arrays.copyOf(inputs, inputs.length + horizon * inputSize);
    double[] added = flat("u", futureInputs, inputSize);
    System.arraycopy(added, 0, longerInputs, inputs.length, added.length);
    return new Observations(steps + horizon, observed, inputSize, longer, longerInputs, null);
  }

  public int steps() {
    return steps;
  }

  /** m, the number of channels. */
  public int observedSize() {
    return observed;
  }

  /** k, the number of inputs. */
  public int inputSize() {
    return inputSize;
  }

  /** NaN where missing. */
  public double value(int t, int channel) {
    return values[t * observed + channel];
  }

  /** The input u of a step. */
  public double input(int t, int column) {
    return inputs[t * inputSize + column];
  }

  /** How many single values were seen. */
  public int count() {
    int count = 0;
    for (double value : values) if (!Double.isNaN(value)) count++;
    return count;
  }

  /** How many values of step t are not missing. */
  int count(int t) {
    int count = 0;
    for (int i = 0; i < observed; i++) if (!Double.isNaN(values[t * observed + i])) count++;
    return count;
  }

  double[] values() {
    return values;
  }

  double[] inputs() {
    return inputs;
  }

  /** R of step t: the row's own, or else the system's. */
  double[] noise(LinearSystem system, int t) {
    return noise == null ? system.part(SystemPart.EMISSION_NOISE).at(t) : noise.at(t);
  }

  /** Whether rows have a measurement noise of their own. */
  public boolean hasOwnNoise() {
    return noise != null;
  }

  private static double[] flat(String what, double[][] rows, int columns) {
    double[] flat = new double[rows.length * columns];
    for (int t = 0; t < rows.length; t++) {
      if (rows[t].length != columns) {
        throw new IllegalArgumentException(
            ModelWords.of("observations.ragged", what, rows[t].length, t + 1, columns));
      }
      System.arraycopy(rows[t], 0, flat, t * columns, columns);
    }
    return flat;
  }
}
