package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Points on the Earth as a film: how many lie in each of 64 × 64 cells, a frame an hour. The grid
 * is that of all points; row 0 is the north.
 */
final class PointFilm {
  /** Cells along each side. */
  static final int SIDE = 64;

  private static final double HOURS = 24;
  private static final int WEEK = 168;

  /** 1970-01-01 was a Thursday. */
  private static final int DAYS_SINCE_MONDAY = 3;

  /** Times in days are this exact, in hours. */
  private static final double EXACT = 1e-6;

  private static final double HALF_ROUND = 180;
  private static final double ROUND = 360;
  private final SeriesSet set;
  private final boolean isWeek;
  private final List<double[]> points = new ArrayList<>();
  private int without;

  private PointFilm(SeriesSet set, boolean isWeek) {
    this.set = set;
    this.isWeek = isWeek;
  }

  /** True when points can be counted by the hour. */
  static boolean isPossible(SeriesSet set) {
    return set.isTrack() && set.time().isDate() && set.time().hasDays();
  }

  /**
   * The film of the points of all series.
   *
   * @param isWeek whether all weeks are summed, a frame for each hour of a week from Monday on
   * @param split of its frames
   * @param notes take what was done
   * @throws SeriesException when there are no points with a time
   */
  static SeriesSet of(SeriesSet set, boolean isWeek, Split split, List<String> notes) {
    if (!isPossible(set)) {
      throw SeriesException.in(
          set.name(),
          "cannot be counted by the hour; a table needs dates with times, a latitude and a"
              + " longitude");
    }
    return new PointFilm(set, isWeek).film(split, notes);
  }

  private SeriesSet film(Split split, List<String> notes) {
    int latitude = set.latitude().getAsInt();
    int longitude = set.longitude().getAsInt();
    for (Series series : set.series()) {
      for (int t = 0; t < series.length(); t++) {
        double[] point = {
          Math.floor(series.times()[t] * HOURS + EXACT),
          series.value(t, latitude),
          series.value(t, longitude)
        };
        if (Double.isNaN(point[1] + point[2])) without++;
        else points.add(point);
      }
    }
    if (points.isEmpty()) throw SeriesException.in(set.name(), "has no row with a position");
    DoubleSummaryStatistics hours = column(0).summaryStatistics();
    double first = isWeek ? 0 : hours.getMin();
    double frames = isWeek ? WEEK : hours.getMax() - first + 1;
    FilmLimits.check(set.name(), frames, SIDE, SIDE, 1);
    Axis north = new Axis(column(1).toArray(), false);
    Axis east = new Axis(column(2).toArray(), true);
    float[][] counts = new float[(int) frames][SIDE * SIDE];
    for (double[] point : points) {
      int frame = isWeek ? hourOfWeek(point[0]) : (int) (point[0] - first);
      counts[frame][(SIDE - 1 - north.cell(point[1])) * SIDE + east.cell(point[2])]++;
    }
    notes.add(words(counts.length, frames));
    return film(split, counts, first, north, east);
  }

  private DoubleStream column(int c) {
    return points.stream().mapToDouble(p -> p[c]);
  }

  private static int hourOfWeek(double hour) {
    long day = Math.floorDiv((long) hour, (long) HOURS);
    return (int)
        (Math.floorMod(day + DAYS_SINCE_MONDAY, 7) * (int) HOURS
            + Math.floorMod((long) hour, (long) HOURS));
  }

  private String words(int frames, double count) {
    return String.format(
        Locale.ROOT,
        "%s counted in %d \u00D7 %d cells, %s%s.",
        points.size() == 1 ? "1 point was" : points.size() + " points were",
        SIDE,
        SIDE,
        isWeek
            ? "a frame for each of the 168 hours of a week, from Monday on"
            : NumberWords.count((long) Math.max(frames, count), "frame") + " of an hour",
        without == 0
            ? ""
            : "; %s without a position left out".formatted(NumberWords.count(without, "row")));
  }

  private SeriesSet film(Split split, float[][] counts, double first, Axis north, Axis east) {
    List<Double> latitudes =
        IntStream.range(0, SIDE).mapToObj(r -> north.centre(SIDE - 1 - r)).toList();
    List<Double> longitudes = IntStream.range(0, SIDE).mapToObj(east::centre).toList();
    FrameShape shape =
        new FrameShape(SIDE, SIDE, 1, List.of(), Optional.of(new FrameGrid(latitudes, longitudes)));
    double[] times = Film.counted(counts.length);
    if (!isWeek) for (int t = 0; t < times.length; t++) times[t] = (first + t) / HOURS;
    TimeAxis axis =
        isWeek
            ? new TimeAxis("hour of the week", "h", false, true)
            : new TimeAxis(set.time().name(), "", true, true);
    return new SeriesSet(
        set.name(),
        Film.channels(shape, Channel.Kind.COUNT, "", Channel.Role.OBSERVED),
        axis,
        List.of(new Series(set.name(), times, new FloatRows(counts))),
        split,
        Optional.of(shape));
  }

  /** One side of the grid. */
  private static final class Axis {
    private final double low;
    private final double size;
    private final double turn;

    /**
     * The range of some coordinates.
     *
     * @param isRound whether they may lie on both sides of the date line
     */
    Axis(double[] values, boolean isRound) {
      double[] sorted = Arrays.stream(values).sorted().toArray();
      double from = Double.NEGATIVE_INFINITY;
      for (int i = 1; i < sorted.length && isRound; i++) {
        if (sorted[i] - sorted[i - 1] > HALF_ROUND) from = sorted[i];
      }
      turn = from;
      DoubleSummaryStatistics range = Arrays.stream(values).map(this::turned).summaryStatistics();
      double span = range.getMax() - range.getMin();
      low = span > 0 ? range.getMin() : range.getMin() - 0.5;
      size = (span > 0 ? span : 1) / SIDE;
    }

    private double turned(double value) {
      return value < turn ? value + ROUND : value;
    }

    int cell(double value) {
      return Math.clamp((int) ((turned(value) - low) / size), 0, SIDE - 1);
    }

    double centre(int cell) {
      return low + (cell + 0.5) * size;
    }
  }
}
