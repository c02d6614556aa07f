package undercurrent.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.model.density.DensityGrid;
import undercurrent.model.density.DensityModel;
import undercurrent.model.density.HourOfWeek;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * A density on a map at some hours of the week, with the rows that were observed near them.
 *
 * @param maps one for each hour
 * @param conditional whether the hours differ
 * @param points of each map, the rows of its hour, {across, up}, {@code [map][2][n]}
 */
public record DensityMaps(List<DensityGrid> maps, boolean conditional, List<double[][]> points) {
  private static final int CELLS = 28;

  /** A working morning and afternoon, and a night and an afternoon of the weekend. */
  private static final int[] HOURS = {8, 17, 5 * 24 + 23, 6 * 24 + 14};

  /** So many rows are shown on a map at most. */
  private static final int MOST_POINTS = 400;

  public DensityMaps {
    maps = List.copyOf(maps);
    points = List.copyOf(points);
  }

  /** Of the first two channels, or of a track's longitude and latitude. */
  static DensityMaps of(DensityModel model) {
    return of(model, model.isConditional() ? HOURS : new int[] {0});
  }

  /** At each hour of the week. */
  static DensityMaps week(DensityModel model) {
    return of(model, IntStream.range(0, HourOfWeek.COUNT).toArray());
  }

  private static DensityMaps of(DensityModel model, int... hours) {
    SeriesSet set = model.set();
    Tracks tracks = new Tracks(set);
    int across = tracks.present() ? tracks.longitude() : 0;
    int up = tracks.present() ? tracks.latitude() : 1;
    List<DensityGrid> maps = new ArrayList<>();
    List<double[][]> points = new ArrayList<>();
    for (int hour : hours) {
      maps.add(DensityGrid.of(model, hour, CELLS, across, up));
      points.add(rows(model, hour, across, up));
    }
    return new DensityMaps(maps, model.isConditional(), points);
  }

  /** Rows of an hour and its neighbours on every day of its kind: working day or weekend. */
  private static double[][] rows(DensityModel model, int hour, int across, int up) {
    List<double[]> found = new ArrayList<>();
    SeriesSet set = model.set();
    int[] channels = set.observedChannels();
    for (int s = 0; s < set.series().size(); s++) {
      Series series = set.series().get(s);
      for (int t = 0; t < series.length() && found.size() < MOST_POINTS; t++) {
        double[] row = series.row(t);
        boolean near = !model.isConditional() || isNear(HourOfWeek.of(series.times()[t]), hour);
        if (near && model.rows().isWhole(s, t)) {
          found.add(new double[] {row[channels[across]], row[channels[up]]});
        }
      }
    }
    double[][] points = new double[2][found.size()];
    for (int i = 0; i < found.size(); i++) {
      points[0][i] = found.get(i)[0];
      points[1][i] = found.get(i)[1];
    }
    return points;
  }

  private static boolean isNear(int one, int other) {
    boolean same = one >= 5 * 24 == other >= 5 * 24;
    int gap = Math.floorMod(one - other + 12, 24) - 12;
    return same && Math.abs(gap) <= 1;
  }
}
