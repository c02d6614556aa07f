package undercurrent.series;

import java.util.Arrays;

/** The observed positions of one track, and which of them was last at any row. */
final class Fixes {
  private static final int NONE = -1;
  private final double[] latitude;
  private final double[] longitude;

  /** {@code [T+1]}: the last row before this one with a position, or NONE. */
  private final int[] before;

  Fixes(double[] latitude, double[] longitude) {
    this.latitude = latitude;
    this.longitude = longitude;
    this.before = new int[latitude.length + 1];
    before[0] = NONE;
    for (int t = 0; t < latitude.length; t++) before[t + 1] = isObserved(t) ? t : before[t];
  }

  private boolean isObserved(int row) {
    return !Double.isNaN(latitude[row]) && !Double.isNaN(longitude[row]);
  }

  /** {east, north} since the last observed position; NaN where one of the two is missing. */
  double[] step(int row) {
    int last = before[row];
    if (last == NONE || !isObserved(row)) return new double[] {Double.NaN, Double.NaN};
    return Geo.step(latitude[last], longitude[last], latitude[row], longitude[row]);
  }

  /** True when a row has a position to start from. */
  boolean hasStart(int row) {
    return before[Math.min(row, latitude.length)] != NONE;
  }

  /** {latitude, longitude} last observed before a row, which may lie beyond the end. */
  double[] start(int row) {
    int last = before[Math.min(row, latitude.length)];
    return new double[] {latitude[last], longitude[last]};
  }

  /** {latitude, longitude} of the first observed position; NaN when there is none. */
  double[] first() {
    for (int t = 0; t < latitude.length; t++) {
      if (isObserved(t)) return new double[] {latitude[t], longitude[t]};
    }
    double[] unknown = new double[2];
    Arrays.fill(unknown, Double.NaN);
    return unknown;
  }
}
