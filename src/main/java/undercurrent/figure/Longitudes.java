package undercurrent.figure;

/** Longitudes along a track, which leap by 360° at the dateline. */
final class Longitudes {
  private Longitudes() {}

  /** The same longitudes without the leap, the first one nearest to the anchor. */
  static double[] unwrapped(double[] longitudes, double anchor) {
    double[] result = longitudes.clone();
    double last = anchor;
    for (int i = 0; i < result.length; i++) {
      if (!Double.isFinite(result[i])) continue;
      result[i] = last + Math.IEEEremainder(result[i] - last, 360);
      last = result[i];
    }
    return result;
  }

  /** The first that is known, 0 when none is. */
  static double first(double[] longitudes) {
    for (double value : longitudes) {
      if (Double.isFinite(value)) return value;
    }
    return 0;
  }
}
