package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
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
  private static final int FEWEST = 3;

  /** 1970-01-01 was a Thursday. */
  private static final int DAYS_SINCE_MONDAY = 3;

  /** Times in days are this exact, in hours. */
  private static final double EXACT = 1e-6;

  private static final double HALF_ROUND = 180;
  private static final double ROUND = 360;
  private final String name;
  private final boolean isWeek;
  private final List<double[]> points = new ArrayList<>();
  private int without;

  private PointFilm(String name, boolean isWeek) {
    this.name = name;
    this.isWeek = isWeek;
  }

  /** True when the rows of a table are points that can be counted by the hour. */
  static boolean isPossible(Draft draft) {
    return draft.timeForm().hasDays()
        && place(draft, Channel.Kind.LATITUDE).isPresent()
        && place(draft, Channel.Kind.LONGITUDE).isPresent();
  }

  private static Optional<Column> place(Draft draft, Channel.Kind kind) {
    return draft.used(ColumnUse.OBSERVED).stream().filter(c -> draft.kindOf(c) == kind).findFirst();
  }

  /**
   * The film of the rows of a table, which may have any order and equal times.
   *
   * @param isWeek whether all weeks are summed, a frame for each hour of a week from Monday on
   * @param split of its frames
   * @throws SeriesException when there are no points with a time
   */
  static SeriesSet of(Draft draft, boolean isWeek, Split split) {
    if (draft.problem().isPresent()) throw new SeriesException(draft.problem().get());
    String file = draft.table().file();
    if (!isPossible(draft)) throw impossible(file);
    TrackGuess.check(draft);
    PointFilm film = new PointFilm(SetBuilder.withoutEnding(file), isWeek);
    double[] latitudes = place(draft, Channel.Kind.LATITUDE).orElseThrow().numbers();
    double[] longitudes = place(draft, Channel.Kind.LONGITUDE).orElseThrow().numbers();
    for (int row = 0; row < latitudes.length; row++) {
      film.add(draft.times()[row], latitudes[row], longitudes[row]);
    }
    List<String> notes = new ArrayList<>();
    SeriesSet set = film.film(file, split, notes);
    notes.forEach(draft::note);
    return set;
  }

  /**
   * The film of the points of a track.
   *
   * @param notes take what was done
   * @throws SeriesException when it is no track with dates
   */
  static SeriesSet of(SeriesSet track, boolean isWeek, Split split, List<String> notes) {
    if (!track.isTrack() || !track.time().hasDays()) throw impossible(track.name());
    PointFilm film = new PointFilm(track.name(), isWeek);
    int latitude = track.latitude().getAsInt();
    int longitude = track.longitude().getAsInt();
    for (Series series : track.series()) {
      for (int t = 0; t < series.length(); t++) {
        film.add(series.times()[t], series.value(t, latitude), series.value(t, longitude));
      }
    }
    return film.film(track.name(), split, notes);
  }

  private static SeriesException impossible(String file) {
    return SeriesException.in(file, SeriesWords.of("pointFilm.impossible"));
  }

  private void add(double days, double latitude, double longitude) {
    if (Double.isNaN(days + latitude + longitude)) without++;
    else points.add(new double[] {Math.floor(days * HOURS + EXACT), latitude, longitude});
  }

  private SeriesSet film(String file, Split split, List<String> notes) {
    if (points.isEmpty()) throw SeriesException.in(file, SeriesWords.of("pointFilm.noRow"));
    DoubleSummaryStatistics hours = column(0).summaryStatistics();
    double first = isWeek ? 0 : hours.getMin();
    double frames = isWeek ? WEEK : hours.getMax() - first + 1;
    if (frames < FEWEST) {
      throw SeriesException.in(
          file,
          SeriesWords.of("pointFilm.tooShort", NumberWords.count((long) frames, "hour"), FEWEST));
    }
    FilmLimits.check(file, frames, SIDE, SIDE, 1);
    Axis north = new Axis(column(1).toArray(), false);
    Axis east = new Axis(column(2).toArray(), true);
    float[][] counts = new float[(int) frames][SIDE * SIDE];
    for (double[] point : points) {
      int frame = isWeek ? hourOfWeek(point[0]) : (int) (point[0] - first);
      counts[frame][(SIDE - 1 - north.cell(point[1])) * SIDE + east.cell(point[2])]++;
    }
    notes.add(words(counts.length));
    return film(split, counts, first, north, east);
  }

  private DoubleStream column(int c) {
    return points.stream().mapToDouble(p -> p[c]);
  }

  private static int hourOfWeek(double hour) {
    long day = Math.floorDiv((long) hour, (long) HOURS);
    int dayOfWeek = Math.floorMod(day + DAYS_SINCE_MONDAY, 7);
    return dayOfWeek * (int) HOURS + Math.floorMod((long) hour, (int) HOURS);
  }

  private String words(int frames) {
    String span = isWeek ? "pointFilm.week" : "pointFilm.hours";
    return SeriesWords.counted(
        without == 0 ? span : span + ".without",
        points.size(),
        points.size(),
        SIDE,
        NumberWords.count(frames, "frame"),
        NumberWords.count(without, "row"));
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
            : new TimeAxis("time", "", true, true);
    return new SeriesSet(
        name,
        Film.channels(shape, Channel.Kind.COUNT, "", Channel.Role.OBSERVED),
        axis,
        List.of(new Series(name, times, new FloatRows(counts))),
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
