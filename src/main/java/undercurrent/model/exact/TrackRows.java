package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.model.Conditioning;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.Observations;
import undercurrent.series.Dataset;
import undercurrent.series.Geo;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * Positions of a track as sums of its steps in the tangent planes of its fixes ({@link Geo}), so
 * that lengths are true everywhere and no place is special; the first fix is the origin. The way
 * back starts at the last fix that an estimate has seen, and chains steps from there. A noise of
 * the rows' own is in the unit of its column, degrees or metres.
 */
final class TrackRows implements Rows {
  /** Half way round the Earth. */
  private static final double FARTHEST_METRES = 2e7;

  private final Dataset data;
  private final ValueRows values;
  private final double unit;
  private final OwnNoise noise;
  private final int size;
  private final int north;
  private final int east;

  /** Coordinates of the fixes of every series {@code [T][C]}; NaN where there is none. */
  private final List<double[][]> planes = new ArrayList<>();

  /**
   * Of a set.
   *
   * @param values for what is no position
   */
  TrackRows(Dataset data, ValueRows values) {
    this.data = data;
    this.values = values;
    SeriesSet set = data.source();
    List<Integer> observed = Arrays.stream(set.observedChannels()).boxed().toList();
    size = observed.size();
    north = observed.indexOf(set.latitude().orElseThrow());
    east = observed.indexOf(set.longitude().orElseThrow());
    double n = data.preparation().scale(north);
    double e = data.preparation().scale(east);
    noise = new OwnNoise(set);
    unit = Math.sqrt((n * n + e * e) / 2);
    for (int s = 0; s < set.series().size(); s++) planes.add(developed(s));
  }

  boolean isCoordinate(int place) {
    return place == north || place == east;
  }

  int firstCoordinate() {
    return Math.min(north, east);
  }

  /** The places of both. */
  int[] coordinates() {
    return new int[] {north, east};
  }

  private double[][] developed(int series) {
    int length = data.source().series().get(series).length();
    double[][] plane = new double[length][size];
    int last = -1;
    for (int t = 0; t < length; t++) {
      double[] fix = fix(series, t);
      if (fix.length == 0) {
        Arrays.fill(plane[t], Double.NaN);
        continue;
      }
      if (last >= 0) {
        double[] from = fix(series, last);
        double[] step = Geo.step(from[0], from[1], fix[0], fix[1]);
        plane[t][east] = plane[last][east] + step[0] / unit;
        plane[t][north] = plane[last][north] + step[1] / unit;
      }
      last = t;
    }
    return plane;
  }

  /** {latitude, longitude} of a row; empty where one of them is missing. */
  private double[] fix(int series, int row) {
    Series source = data.source().series().get(series);
    int[] observed = data.source().observedChannels();
    double latitude = source.value(row, observed[north]);
    double longitude = source.value(row, observed[east]);
    return Double.isNaN(latitude + longitude) ? new double[0] : new double[] {latitude, longitude};
  }

  @Override
  public Observations observations(int series, int seen, int unseen, int... places) {
    Observations others = values.observations(series, seen, unseen, places);
    int count = places.length;
    double[] all = new double[(seen + unseen) * count];
    for (int d = 0; d < count; d++) {
      for (int t = 0; t < seen + unseen; t++) {
        double coordinate = t < seen ? planes.get(series)[t][places[d]] : Double.NaN;
        all[t * count + d] = isCoordinate(places[d]) ? coordinate : others.value(t, d);
      }
    }
    Observations observations = Observations.ofFlat(count, all);
    return noise.isGiven()
        ? observations.withNoise(
            noise.variances(
                series,
                seen + unseen,
                places,
                (place, row) -> scale(place) / metres(series, place, row)))
        : observations;
  }

  /** Metres of 1 of a noise column; a degree of longitude is that at the latitude of the row. */
  private double metres(int series, int place, int row) {
    if (!isCoordinate(place)) return 1;
    return switch (noise.unit(place)) {
      // Documents of earlier versions do not say that theirs are in metres.
      case "", "m" -> 1;
      case "km" -> 1000;
      case "\u00B0" -> degree(series, place, row);
      default ->
          throw new IllegalArgumentException(
              ModelWords.of("trackRows.noiseUnit", data.source().name(), noise.unit(place)));
    };
  }

  private double degree(int series, int place, int row) {
    double length = Math.toRadians(1) * 1000 * Geo.EARTH_RADIUS_KM;
    if (place == north) return length;
    Series source = data.source().series().get(series);
    for (int t = Math.min(row, source.length() - 1); t >= 0; t--) {
      double[] fix = fix(series, t);
      if (fix.length > 0) return length * Math.cos(Math.toRadians(fix[0]));
    }
    return length;
  }

  @Override
  public double scale(int place) {
    return isCoordinate(place) ? unit : values.scale(place);
  }

  @Override
  public double centre(int place) {
    return isCoordinate(place) ? 0 : values.centre(place);
  }

  @Override
  public double logJacobian(int series, int row, int place) {
    return isCoordinate(place) ? 0 : values.logJacobian(series, row, place);
  }

  /** A deep model is given the first fix and explains the steps after it. */
  @Override
  public double towardsDeep(int series, int row, int place) {
    if (!isCoordinate(place)) return values.towardsDeep(series, row, place);
    for (int t = 0; t < row; t++) {
      if (fix(series, t).length > 0) {
        return Math.log(data.preparation().scale(place)) - Math.log(unit);
      }
    }
    return 0;
  }

  @Override
  public double nothing(int place) {
    return isCoordinate(place) ? FARTHEST_METRES / unit : values.nothing(place);
  }

  @Override
  public double[][] comparable(int series, int from, double[][] rows) {
    double[][] comparable = values.comparable(series, from, rows);
    for (int i = 0; i < rows.length; i++) {
      comparable[i][north] = unit * rows[i][north];
      comparable[i][east] = unit * rows[i][east];
    }
    return comparable;
  }

  @Override
  public double observed(int series, int row, int place) {
    if (!isCoordinate(place)) return values.observed(series, row, place);
    double[][] plane = planes.get(series);
    return row < plane.length ? unit * plane[row][place] : Double.NaN;
  }

  @Override
  public double[][][] restore(Conditioning conditioning, int series, int from, double[][][] band) {
    double[][] mean = band[0];
    boolean forecast = conditioning == Conditioning.FORECAST;
    boolean ownRow = !forecast && conditioning != Conditioning.PREDICTED;
    double[][][] places = values.restore(conditioning, series, from, band);
    double[] at = {Double.NaN, Double.NaN};
    double[] plane = new double[size];
    for (int row = -from; row < mean.length; row++) {
      int t = from + row;
      boolean seen = t < planes.get(series).length && !(forecast && row >= 0);
      double[] fix = seen ? fix(series, t) : new double[0];
      if (fix.length > 0 && (ownRow || row < 0)) {
        at = fix;
        plane = planes.get(series)[t];
      }
      if (row < 0) continue;
      double[] place = moved(at, plane, mean[row]);
      for (int k = 0; k < 3; k++) {
        double[] end = k == 0 ? place : moved(place, mean[row], band[k][row]);
        places[k][row][north] = end[0];
        places[k][row][east] = end[1];
      }
      if (fix.length > 0) {
        at = fix;
        plane = planes.get(series)[t];
      } else if (!Double.isNaN(place[0])) {
        at = place;
        plane = mean[row];
      }
    }
    return places;
  }

  /** {latitude, longitude} of what lies at {@code to} when {@code at} lies at {@code from}. */
  private double[] moved(double[] at, double[] from, double[] to) {
    return Geo.moved(
        at[0], at[1], unit * (to[east] - from[east]), unit * (to[north] - from[north]));
  }
}
