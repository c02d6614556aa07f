package undercurrent.model.optimized;

import java.util.Arrays;
import java.util.List;

/**
 * The errors of a filter on test series.
 *
 * @param bySeries mean squared error of each series in what H sees, summed over dimensions
 * @param overall the same over all steps of all series
 */
public record FilterErrors(double[] bySeries, double overall) {

  public static FilterErrors of(Tracker tracker, Noise noise, List<LabelledSeries> series) {
    tracker.require(series);
    double[] bySeries = new double[series.size()];
    double sum = 0;
    int count = 0;
    for (int i = 0; i < bySeries.length; i++) {
      LabelledSeries one = series.get(i);
      bySeries[i] =
          FilterLoss.of(tracker, TrainingObjective.STATE_ERROR, noise, List.of(one)).value();
      sum += bySeries[i] * (one.steps() - 1);
      count += one.steps() - 1;
    }
    return new FilterErrors(bySeries, sum / count);
  }

  /** The error that a share p of the series stays below, linear between them. */
  public double quantile(double p) {
    return quantile(bySeries, p);
  }

  /** How much larger these errors are than others' on the same series. */
  public Paired minus(FilterErrors others) {
    double[] differences = new double[bySeries.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = bySeries[i] - others.bySeries[i];
    }
    return new Paired(differences);
  }

  /**
   * Differences of two filters, series by series.
   *
   * @param differences of the mean squared errors
   */
  public record Paired(double[] differences) {
    public double mean() {
      return Arrays.stream(differences).average().orElse(Double.NaN);
    }

    /** Of the mean. */
    public double standardError() {
      double mean = mean();
      double square = Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
      return Math.sqrt(square / (differences.length - 1.0) / differences.length);
    }

    /** Mean over its standard error: beyond ±2 it is hardly chance. */
    public double z() {
      return mean() / standardError();
    }

    public double quantile(double p) {
      return FilterErrors.quantile(differences, p);
    }
  }

  private static double quantile(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = p * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
