package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import undercurrent.math.StandardNormal;
import undercurrent.model.Conditioning;
import undercurrent.model.exact.LinearPosterior;
import undercurrent.model.exact.ShownState;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.SmootherResult;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;

/**
 * Asks a linear model: Kalman filter and smoother, nothing drawn. While a diffuse start is not yet
 * fixed, or hardly, there is no answer, and its rows are NaN.
 */
public final class ExactEstimator extends BandEstimator {
  private static final String EXACT = "exact";
  private static final int QUANTILES = 200;

  private final LinearPosterior model;
  private final Supplier<Findings> findings;

  /**
   * Of a model.
   *
   * @param findings asks for what it has learned
   */
  public ExactEstimator(LinearPosterior model, Supplier<Findings> findings) {
    this.model = model;
    this.findings = findings;
  }

  @Override
  public Findings findings() {
    return findings.get();
  }

  @Override
  public boolean isNoisy(int place) {
    return model.isNoisy(place);
  }

  @Override
  public Online online(int series) {
    FilterResult filter = model.filter(series, length(series), 0);
    Moments emitted =
        Emitted.observations(filter.system(), filter.observations(), filter.filtered(), 0);
    return new Online(
        estimate(series, Conditioning.FILTERED, filter, filter.filtered(), emitted, 0),
        estimate(
            series,
            Conditioning.PREDICTED,
            filter,
            filter.predicted(),
            Emitted.predicted(filter),
            0),
        Arrays.stream(model.logLikelihoods(filter, series)).sum());
  }

  @Override
  public Estimate smoothed(int series) {
    FilterResult filter = model.filter(series, length(series), 0);
    SmootherResult smoother = KalmanSmoother.smooth(filter);
    return estimate(
        series, Conditioning.SMOOTHED, filter, smoother.smoothed(), Emitted.smoothed(smoother), 0);
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    FilterResult filter = model.filter(series, seen, horizon);
    return estimate(
        series, Conditioning.FORECAST, filter, filter.predicted(), Emitted.predicted(filter), seen);
  }

  private int length(int series) {
    return model.dataset().source().series().get(series).length();
  }

  /** Of the rows from {@code first} on. */
  private Estimate estimate(
      int series,
      Conditioning conditioning,
      FilterResult filter,
      Moments states,
      Moments emitted,
      int first) {
    int rows = states.steps() - first;
    List<ShownState> shown = model.shown();
    Band latent = EstimateRows.band(rows, shown.isEmpty() ? states.size() : shown.size());
    Band seen = EstimateRows.band(rows, emitted.size());
    double z = StandardNormal.quantile((1 + level()) / 2);
    for (int i = 0; i < rows; i++) {
      boolean known = isCertain(conditioning, filter, emitted, first + i);
      if (shown.isEmpty()) set(latent, i, states, first + i, known ? z : Double.NaN);
      else set(latent, i, shown, states, first + i, known ? z : Double.NaN);
      set(seen, i, emitted, first + i, known ? z : Double.NaN);
    }
    double[][] crps = crps(series, first, emitted, seen);
    double[][][] band = {seen.mean(), seen.lower(), seen.upper()};
    double[][][] restored = model.restore(conditioning, series, first, band);
    Tracks tracks = new Tracks(model.dataset().source());
    return new Estimate(
        series,
        conditioning,
        model.holdsInputs(series, first + rows) ? Estimate.INPUTS_HELD : EXACT,
        level(),
        first,
        model.dataset().source().times(series, first, first + rows),
        new Band(
            restored[0],
            tracks.beside(restored[0], restored[1]),
            tracks.beside(restored[0], restored[2])),
        latent,
        new double[0][][],
        crps,
        names(shown),
        Estimate.NO_REGIMES);
  }

  private List<String> names(List<ShownState> shown) {
    return shown.stream().map(state -> state.name() + of(state.channel())).toList();
  }

  /** " of wind", " north": the channel of a state, if it is one's. */
  private String of(int place) {
    if (place < 0) return "";
    SeriesSet set = model.dataset().source();
    Channel channel = set.channels().get(set.observedChannels()[place]);
    return switch (channel.kind()) {
      case LATITUDE -> " north";
      case LONGITUDE -> " east";
      case REAL, BINARY, COUNT, PIXEL -> " of " + channel.name();
    };
  }

  /** Whether the start is fixed by what the state of a row has seen. */
  private boolean isCertain(
      Conditioning conditioning, FilterResult filter, Moments emitted, int t) {
    for (int d = 0; d < emitted.size(); d++) {
      if (emitted.standardDeviation(t, d) > model.nothing(d)) return false;
    }
    if (conditioning == Conditioning.SMOOTHED) return true;
    int last = conditioning == Conditioning.FILTERED ? t : t - 1;
    if (last < 0) return filter.diffuseSteps() == 0 && !model.startsAtFirstRow();
    int n = filter.system().latentSize();
    for (int i = 0; i < n; i++) if (filter.isDiffuse(last, i)) return false;
    return true;
  }

  private static void set(
      Band band, int row, List<ShownState> shown, Moments states, int t, double z) {
    for (int i = 0; i < shown.size(); i++) {
      double mean = Double.isNaN(z) ? Double.NaN : shown.get(i).mean(states, t);
      double reach = z * shown.get(i).deviation(states, t);
      band.mean()[row][i] = mean;
      band.lower()[row][i] = mean - reach;
      band.upper()[row][i] = mean + reach;
    }
  }

  private static void set(Band band, int row, Moments moments, int t, double z) {
    for (int d = 0; d < moments.size(); d++) {
      double mean = Double.isNaN(z) ? Double.NaN : moments.mean(t, d);
      double reach = z * moments.standardDeviation(t, d);
      band.mean()[row][d] = mean;
      band.lower()[row][d] = mean - reach;
      band.upper()[row][d] = mean + reach;
    }
  }

  /**
   * In the channels' units, of a track in metres north and east; NaN where nothing was seen or
   * nothing is known.
   */
  private double[][] crps(int series, int first, Moments emitted, Band seen) {
    int rows = seen.mean().length;
    int size = emitted.size();
    double[][] middle = model.comparable(series, first, quantile(first, emitted, seen, 0));
    double[][] higher = model.comparable(series, first, quantile(first, emitted, seen, 1));
    double[][] crps = new double[rows][size];
    for (int d = 0; d < size; d++) {
      double lambda = model.transform(d).lambda();
      if (lambda != 0 && lambda != 1) {
        losses(series, first, emitted, seen, d, crps);
        continue;
      }
      for (int i = 0; i < rows; i++) {
        double x = model.observed(series, first + i, d);
        double mean = lambda == 1 ? middle[i][d] : Math.log(middle[i][d]);
        double above = lambda == 1 ? higher[i][d] : Math.log(higher[i][d]);
        crps[i][d] =
            lambda == 1
                ? Crps.normal(mean, above - mean, x)
                : Crps.logNormal(mean, above - mean, x);
      }
    }
    return crps;
  }

  /**
   * Of one place, as the mean of the quantiles' losses, which needs no more than quantiles and so
   * suits every transform (Gneiting and Ranjan 2011, equation 14).
   */
  private void losses(
      int series, int first, Moments emitted, Band seen, int place, double[][] crps) {
    for (int q = 0; q < QUANTILES; q++) {
      double p = (q + 0.5) / QUANTILES;
      double z = StandardNormal.quantile(p);
      double[][] quantiles = model.comparable(series, first, quantile(first, emitted, seen, z));
      for (int i = 0; i < crps.length; i++) {
        double above = model.observed(series, first + i, place) - quantiles[i][place];
        crps[i][place] += 2 * above * (above > 0 ? p : p - 1) / QUANTILES;
      }
    }
  }

  /** So many deviations above the mean, in the model's units. */
  private static double[][] quantile(int first, Moments emitted, Band seen, double z) {
    double[][] quantile = new double[seen.mean().length][emitted.size()];
    for (int i = 0; i < quantile.length; i++) {
      for (int d = 0; d < emitted.size(); d++) {
        quantile[i][d] = seen.mean()[i][d] + z * emitted.standardDeviation(first + i, d);
      }
    }
    return quantile;
  }
}
