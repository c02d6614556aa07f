package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import undercurrent.series.SeriesSet;

/** Adds up how far forecasts of tracks are off, by how far ahead. */
final class LeadSums {
  static final int FARTHEST = 8;
  static final int[] STEPS = {1, 2, 4, FARTHEST};
  static final double[] NO_CONE = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
  private static final double HOURS_A_DAY = 24;
  private final SeriesSet set;
  private final Baselines baselines;
  private final Tracks tracks;
  private final double[][] kilometres = new double[STEPS.length][3];
  private final double[] inside = new double[STEPS.length];
  private final long[] count = new long[STEPS.length];

  LeadSums(SeriesSet set) {
    this.set = set;
    baselines = new Baselines(set);
    tracks = new Tracks(set);
  }

  /**
   * Adds the forecast of one row.
   *
   * @param seen rows that were seen, at least two of them within the part
   * @param path the next {@link #FARTHEST} positions, in the file's units
   * @param radii of the cone in kilometres, one for each of {@link #STEPS}; NaN without one
   */
  void add(Scores.Rows rows, int seen, double[][] path, double... radii) {
    int series = rows.series();
    double[] here = baselines.row(series, seen - 1);
    for (int k = 0; k < STEPS.length; k++) {
      int row = seen - 1 + STEPS[k];
      if (row >= rows.to()) continue;
      double[] observed = baselines.row(series, row);
      double model = tracks.distanceKm(path[STEPS[k] - 1], observed);
      double velocity =
          tracks.distanceKm(baselines.constantVelocity(series, seen, STEPS[k]), observed);
      double stay = tracks.distanceKm(here, observed);
      if (Double.isNaN(model + velocity + stay)) continue;
      kilometres[k][0] += model;
      kilometres[k][1] += velocity;
      kilometres[k][2] += stay;
      inside[k] += Double.isNaN(radii[k]) ? Double.NaN : model <= radii[k] ? 1 : 0;
      count[k]++;
    }
  }

  List<LeadError> errors() {
    double hours = HOURS_A_DAY * spacing();
    List<LeadError> errors = new ArrayList<>();
    for (int k = 0; k < STEPS.length; k++) {
      double[] sum = kilometres[k];
      errors.add(
          new LeadError(
              STEPS[k],
              STEPS[k] * hours,
              sum[0] / count[k],
              sum[1] / count[k],
              sum[2] / count[k],
              inside[k] / count[k],
              count[k]));
    }
    return errors;
  }

  private double spacing() {
    double[] times = set.times(0, 2);
    return set.time().isDate() ? times[1] - times[0] : Double.NaN;
  }
}
