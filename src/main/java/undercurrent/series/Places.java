package undercurrent.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Positions of a track as numbers that a model reads beside its steps: latitude and longitude,
 * standardised on the training part.
 *
 * @param anchor a longitude; all are taken as the difference from it, within half a turn
 */
record Places(Scaling scaling, double anchor) {
  /** Numbers of a position. */
  static final int SIZE = 2;

  /**
   * Fitted on some positions.
   *
   * @param places {latitude, longitude} each
   */
  static Places fit(List<double[]> places) {
    double anchor = places.isEmpty() ? 0 : places.getFirst()[1];
    List<double[]> rows = new ArrayList<>();
    for (double[] place : places) {
      rows.add(new double[] {place[0], Geo.longitude(place[1] - anchor)});
    }
    return new Places(Scaling.fit(rows::stream, new boolean[SIZE], new double[SIZE]), anchor);
  }

  /** Writes a position to an array, from an index on. */
  void put(double[] place, float[] out, int at) {
    out[at] = (float) scaling.toModel(0, place[0]);
    out[at + 1] = (float) scaling.toModel(1, Geo.longitude(place[1] - anchor));
  }

  /** Moves a position in an array by a step in metres. */
  void move(float[] places, int at, double east, double north) {
    double latitude = scaling.toFile(0, places[at]);
    double longitude = anchor + scaling.toFile(1, places[at + 1]);
    put(Geo.moved(latitude, longitude, east, north), places, at);
  }
}
