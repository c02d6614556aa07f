package undercurrent.inference;

import undercurrent.series.Geo;
import undercurrent.series.SeriesSet;

/** Where latitude and longitude stand among the observed channels of a set, if it is a track. */
record Tracks(int latitude, int longitude) {
  private static final int NONE = -1;

  Tracks(SeriesSet set) {
    this(
        set.isTrack() ? set.observedIndex(set.latitude().getAsInt()).orElse(NONE) : NONE,
        set.isTrack() ? set.observedIndex(set.longitude().getAsInt()).orElse(NONE) : NONE);
  }

  boolean present() {
    return latitude != NONE;
  }

  /** Turns longitudes so that each lies within half a turn of its neighbour in {@code near}. */
  double[][] beside(double[][] near, double[][] rows) {
    if (!present()) return rows;
    for (int i = 0; i < rows.length; i++) rows[i][longitude] = turned(near[i], rows[i]);
    return rows;
  }

  /** The same of the rows of a band. */
  NumberRows beside(NumberRows near, NumberRows rows) {
    if (!present()) return rows;
    for (int n = 0; n < rows.length(); n++) {
      rows.set(n, longitude, turned(near.row(n), rows.row(n)));
    }
    return rows;
  }

  /** The longitude of a row, without a jump at the dateline against another row. */
  double turned(double[] near, double[] row) {
    return near[longitude] + Geo.longitude(row[longitude] - near[longitude]);
  }

  /** Great-circle distance in kilometres between two rows. */
  double distanceKm(double[] a, double[] b) {
    return Geo.distanceKm(a[latitude], a[longitude], b[latitude], b[longitude]);
  }
}
