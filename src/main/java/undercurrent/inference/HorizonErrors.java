package undercurrent.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.series.Channel;
import undercurrent.series.Geo;
import undercurrent.series.SeriesSet;

/**
 * Adds up the errors of forecasts by how far ahead they look, beside those of forecasts that need
 * no model: the last value (naive), the value of the same step of the last season (seasonal naive)
 * and a straight line through the first and the last value (drift); of a track staying put and
 * constant velocity. All are compared on the same values.
 */
public final class HorizonErrors {
  private final SeriesSet set;
  private final Baselines baselines;
  private final int season;
  private final int horizon;
  private final Map<String, Map<String, Sums>> sums = new LinkedHashMap<>();

  /**
   * Of nothing yet.
   *
   * @param season steps of a season, 1 where there is none
   */
  public HorizonErrors(SeriesSet set, int season, int horizon) {
    this.set = set;
    this.season = season;
    this.horizon = horizon;
    baselines = new Baselines(set);
  }

  /** Sums of one channel and method, by steps ahead from 1 on; at 0 those of all. */
  private final class Sums {
    private final double[] absolute = new double[horizon + 1];
    private final double[] square = new double[horizon + 1];
    private final int[] covered = new int[horizon + 1];
    private final int[] count = new int[horizon + 1];

    /** Of a forecast that is one number. */
    void add(int steps, double error) {
      add(steps, error, error, false);
    }

    /** Of a mean, which is best by its square, and of a median, which is best by its size. */
    void add(int steps, double ofMean, double ofMedian, boolean isCovered) {
      for (int h : new int[] {HorizonScore.ALL, steps}) {
        absolute[h] += Math.abs(ofMedian);
        square[h] += ofMean * ofMean;
        if (isCovered) covered[h]++;
        count[h]++;
      }
    }
  }

  private Sums sums(String channel, String method) {
    return sums.computeIfAbsent(channel, c -> new LinkedHashMap<>())
        .computeIfAbsent(method, m -> new Sums());
  }

  /**
   * Adds a forecast of the rows after those that were seen.
   *
   * @param seen rows of its series
   */
  public void add(Estimate forecast, int seen) {
    if (set.isTrack()) track(forecast, seen);
    int[] observed = set.observedChannels();
    for (int d = 0; d < observed.length; d++) {
      Channel channel = set.channels().get(observed[d]);
      boolean isPlace =
          channel.kind() == Channel.Kind.LATITUDE || channel.kind() == Channel.Kind.LONGITUDE;
      String name = WideSeries.isScoredByFrames(set) ? WideSeries.FRAME : channel.name();
      if (!set.isTrack() || !isPlace) channel(forecast, seen, d, name);
    }
  }

  private void channel(Estimate forecast, int seen, int place, String name) {
    double[] values = set.series().get(forecast.series()).channel(set.observedChannels()[place]);
    int first = 0;
    while (first < seen && Double.isNaN(values[first])) first++;
    int last = seen - 1;
    while (last > first && Double.isNaN(values[last])) last--;
    if (first >= seen) return;
    double slope = last == first ? 0 : (values[last] - values[first]) / (last - first);
    Band band = forecast.observation();
    for (int h = 1; h <= Math.min(horizon, forecast.length()); h++) {
      int row = seen + h - 1;
      double truth = row < values.length ? values[row] : Double.NaN;
      double mean = band.mean().at(h - 1, place);
      if (Double.isNaN(truth) || Double.isNaN(mean)) continue;
      boolean inside =
          band.lower().at(h - 1, place) <= truth && truth <= band.upper().at(h - 1, place);
      double median = band.median().at(h - 1, place);
      sums(name, HorizonScore.MODEL).add(h, mean - truth, median - truth, inside);
      sums(name, "naive").add(h, values[last] - truth);
      if (season > 1) {
        double before = lastSeason(values, seen, row);
        double value = Double.isNaN(before) ? values[last] : before;
        sums(name, "seasonal naive").add(h, value - truth);
      }
      sums(name, "drift").add(h, values[last] + slope * (row - last) - truth);
    }
  }

  /** The latest value before {@code seen} that lies whole seasons before a row. */
  private double lastSeason(double[] values, int seen, int row) {
    for (int t = row - season; t >= 0; t -= season) {
      if (t < seen && !Double.isNaN(values[t])) return values[t];
    }
    return Double.NaN;
  }

  private void track(Estimate forecast, int seen) {
    Tracks tracks = new Tracks(set);
    int series = forecast.series();
    for (int h = 1; h <= Math.min(horizon, forecast.length()); h++) {
      int row = seen + h - 1;
      if (row >= set.series().get(series).length() || seen < 2) continue;
      double[] truth = baselines.row(series, row);
      double[][] places = {
        forecast.observation().mean().row(h - 1),
        forecast.observation().median().row(h - 1),
        baselines.persistence(series, seen),
        baselines.constantVelocity(series, seen, h)
      };
      double[] errors =
          Arrays.stream(places)
              .mapToDouble(
                  p ->
                      Geo.distanceKm(
                          truth[tracks.latitude()],
                          truth[tracks.longitude()],
                          p[tracks.latitude()],
                          p[tracks.longitude()]))
              .toArray();
      if (Arrays.stream(errors).anyMatch(Double::isNaN)) continue;
      sums(HorizonScore.POSITION, HorizonScore.MODEL).add(h, errors[0], errors[1], false);
      sums(HorizonScore.POSITION, "stay put").add(h, errors[2]);
      sums(HorizonScore.POSITION, "constant velocity").add(h, errors[3]);
    }
  }

  /** Channel by channel, method by method: over all steps first, then step by step. */
  public List<HorizonScore> scores() {
    List<HorizonScore> scores = new ArrayList<>();
    sums.forEach(
        (channel, methods) ->
            methods.forEach(
                (method, sum) -> {
                  for (int h = 0; h <= horizon; h++) {
                    if (sum.count[h] > 0) scores.add(score(channel, method, sum, h));
                  }
                }));
    return scores;
  }

  private HorizonScore score(String channel, String method, Sums sum, int h) {
    boolean isPlace = set.isTrack() && channel.equals(HorizonScore.POSITION);
    boolean hasBand = method.equals(HorizonScore.MODEL) && !isPlace;
    int n = sum.count[h];
    return new HorizonScore(
        channel,
        unit(channel),
        h,
        method,
        sum.absolute[h] / n,
        Math.sqrt(sum.square[h] / n),
        hasBand ? (double) sum.covered[h] / n : Double.NaN,
        n);
  }

  private String unit(String channel) {
    if (WideSeries.isScoredByFrames(set)) {
      return set.channels().get(set.observedChannels()[0]).unit();
    }
    return set.channels().stream()
        .filter(c -> c.name().equals(channel))
        .findFirst()
        .map(Channel::unit)
        .orElse("km");
  }
}
