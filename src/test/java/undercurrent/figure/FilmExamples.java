package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import undercurrent.inference.Band;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;
import undercurrent.model.Conditioning;
import undercurrent.series.BouncingBall;
import undercurrent.series.Channel;
import undercurrent.series.ClipCounts;
import undercurrent.series.FrameGrid;
import undercurrent.series.FrameShape;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/** Films and fields with made-up estimates. */
final class FilmExamples {
  /** What the estimates say is so much of what was observed. */
  static final double SHARE = 0.75;

  private FilmExamples() {}

  static Map<String, Figure> all() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    SeriesSet ball = ball();
    figures.put("film", Figures.film(ball, 0, estimates(ball), OptionalDouble.empty()));
    figures.put("film-cursor", Figures.film(ball, 0, estimates(ball), OptionalDouble.of(7)));
    figures.put("film-error", Figures.filmErrors(ball, 0, estimates(ball)));
    figures.put("frame", Figures.frames(ball, 0, estimates(ball), Conditioning.FILTERED).at(12));
    SeriesSet field = field();
    figures.put("film-field", Figures.film(field, 0, estimates(field), OptionalDouble.of(5)));
    figures.put(
        "frame-field", Figures.frames(field, 0, estimates(field), Conditioning.SMOOTHED).at(3));
    return figures;
  }

  /** Of 16 frames, of which the fifth was hidden. */
  static SeriesSet ball() {
    SeriesSet whole =
        new BouncingBall("bouncing ball", 12, 2, 0, 16, new ClipCounts(1, 0, 0)).generate(3);
    int[] observed = whole.observedChannels();
    Series series = whole.series().getFirst();
    double[][] values = new double[series.length()][observed.length];
    for (int t = 0; t < values.length; t++) {
      for (int d = 0; d < observed.length; d++) {
        values[t][d] = t == 4 ? Double.NaN : series.value(t, observed[d]);
      }
    }
    List<Channel> channels = Arrays.stream(observed).mapToObj(whole.channels()::get).toList();
    return new SeriesSet(
        "bouncing ball",
        channels,
        whole.time(),
        List.of(new Series("clip", series.times(), values)),
        Split.NONE,
        whole.frame());
  }

  /** Anomalies around Central America, of which cells on land have no channel. */
  static SeriesSet field() {
    List<Double> latitudes = new ArrayList<>();
    for (double latitude = 30; latitude >= 0; latitude -= 3) latitudes.add(latitude);
    List<Double> longitudes = new ArrayList<>();
    for (double longitude = -120; longitude <= -60; longitude += 3) longitudes.add(longitude);
    List<Integer> places = new ArrayList<>();
    int width = longitudes.size();
    for (int p = 0; p < latitudes.size() * width; p++) {
      double east = longitudes.get(p % width) + 105;
      double north = latitudes.get(p / width) - 18;
      if (Math.hypot(east / 12, north / 9) > 1) places.add(p);
    }
    FrameShape shape =
        new FrameShape(
            latitudes.size(), width, 1, places, Optional.of(new FrameGrid(latitudes, longitudes)));
    List<Channel> channels = new ArrayList<>();
    for (int place : places) {
      channels.add(new Channel(shape.name(place), "°C", Channel.Kind.REAL, Channel.Role.OBSERVED));
    }
    double[][] values = new double[12][places.size()];
    double[] times = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      times[t] = t;
      for (int d = 0; d < places.size(); d++) {
        int place = places.get(d);
        int row = place / width;
        double wave = Math.sin(place % width / 4.0 + t / 3.0) * Math.cos(row / 3.0);
        values[t][d] = d == 30 ? Double.NaN : 2 * wave;
      }
    }
    return new SeriesSet(
        "sea surface",
        channels,
        new TimeAxis("month", "", false, true),
        List.of(new Series("field", times, values)),
        Split.NONE,
        Optional.of(shape));
  }

  /** Smoothed, predicted, filtered up to the middle and a forecast that goes beyond the end. */
  static List<Estimate> estimates(SeriesSet set) {
    int length = set.series().getFirst().length();
    return List.of(
        estimate(set, Conditioning.SMOOTHED, 0, length),
        estimate(set, Conditioning.PREDICTED, 0, length),
        estimate(set, Conditioning.FILTERED, 0, length / 2),
        estimate(set, Conditioning.FORECAST, length / 2, length / 2 + 2));
  }

  private static Estimate estimate(SeriesSet set, Conditioning conditioning, int from, int length) {
    Series series = set.series().getFirst();
    int[] observed = set.observedChannels();
    double[][] mean = new double[length][observed.length];
    for (int n = 0; n < length; n++) {
      for (int d = 0; d < observed.length; d++) {
        double value = series.value(Math.min(from + n, series.length() - 1), observed[d]);
        mean[n][d] = Double.isNaN(value) ? 0.4 : SHARE * value;
      }
    }
    return new Estimate(
        0,
        conditioning,
        "sample paths",
        0.9,
        from,
        set.times(0, from, from + length),
        new Band(mean, mean, mean),
        new Band(new double[length][1], new double[length][1], new double[length][1]),
        new double[0][][],
        NumberRows.of(new double[length][observed.length]),
        List.of(),
        Estimate.NO_REGIMES,
        List.of());
  }
}
