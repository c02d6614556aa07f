package undercurrent.model.exact;

import java.util.Arrays;
import undercurrent.model.linear.FilterResult;
import undercurrent.series.Dataset;

/** A linear-Gaussian model of a data set as it is at the call: its exact filter, and its units. */
public interface LinearPosterior {
  /** The data that it belongs to, in their own units. */
  Dataset dataset();

  /**
   * The system as it is now, run over a series.
   *
   * @param seen rows that are seen
   * @param unseen rows after them that are not; they may lie beyond the end
   */
  FilterResult filter(int series, int seen, int unseen);

  /**
   * log p(xₜ|x₁:ₜ₋₁) of each row {@code [T]} in nats, counted in the units that a deep model of the
   * same data sees, so that both can be compared.
   */
  double[] logLikelihoods(FilterResult filter, int series);

  /**
   * Rows in the model's units back to the file's.
   *
   * @param from the row that row 0 stands at
   */
  double[][] restore(int series, int from, double[][] rows);

  /** Whether the first row makes the start, so that nothing is predicted of it. */
  default boolean startsAtFirstRow() {
    return false;
  }

  /** The times of the first rows; beyond the end they go on in the median gap. */
  default double[] times(int series, int rows) {
    double[] known = dataset().source().series().get(series).times();
    double[] times = Arrays.copyOf(known, rows);
    double[] gaps = new double[Math.max(0, known.length - 1)];
    for (int t = 0; t < gaps.length; t++) gaps[t] = known[t + 1] - known[t];
    Arrays.sort(gaps);
    double gap = gaps.length == 0 ? 1 : gaps[gaps.length / 2];
    for (int t = known.length; t < rows; t++) times[t] = times[t - 1] + gap;
    return times;
  }
}
