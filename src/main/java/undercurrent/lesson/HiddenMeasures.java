package undercurrent.lesson;

import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;

/**
 * The rows of the first series that are not observed while their true values are known.
 *
 * @param inside how many the band of the observation holds
 * @param rmse of the mean
 * @param straightLine RMSE of a line between the values on both sides of each gap; NaN where a gap
 *     has one side only
 */
record HiddenMeasures(int count, int inside, double rmse, double straightLine) {
  static HiddenMeasures of(Measured run, String name) {
    double[] observed = run.observed(0);
    double[] truth = run.truth(0);
    Band band = estimate(run.trained().estimator(), name).observation();
    int count = 0;
    int inside = 0;
    double squares = 0;
    double straight = 0;
    for (int t = 0; t < truth.length; t++) {
      if (!Double.isNaN(observed[t]) || Double.isNaN(truth[t])) continue;
      count++;
      if (truth[t] >= band.lower().at(t, 0) && truth[t] <= band.upper().at(t, 0)) inside++;
      squares += Math.pow(band.mean().at(t, 0) - truth[t], 2);
      straight += Math.pow(across(observed, t) - truth[t], 2);
    }
    if (count == 0) throw new IllegalArgumentException(LessonWords.of("hiddenMeasures.none"));
    return new HiddenMeasures(
        count, inside, Math.sqrt(squares / count), Math.sqrt(straight / count));
  }

  private static Estimate estimate(Estimator estimator, String name) {
    return switch (name) {
      case "", "smoothed" -> estimator.smoothed(0);
      case "filtered" -> estimator.filtered(0);
      default ->
          throw new IllegalArgumentException(LessonWords.of("hiddenMeasures.estimate", name));
    };
  }

  private static double across(double[] observed, int row) {
    int before = row;
    int after = row;
    while (before >= 0 && Double.isNaN(observed[before])) before--;
    while (after < observed.length && Double.isNaN(observed[after])) after++;
    if (before < 0 || after == observed.length) return Double.NaN;
    double share = (row - before) / (double) (after - before);
    return observed[before] + share * (observed[after] - observed[before]);
  }
}
