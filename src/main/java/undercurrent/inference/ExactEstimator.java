package undercurrent.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import undercurrent.math.StandardNormal;
import undercurrent.model.Conditioning;
import undercurrent.model.exact.ChannelGroup;
import undercurrent.model.exact.LinearPosterior;
import undercurrent.model.exact.ShownState;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.KalmanStep;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.SmootherResult;
import undercurrent.model.linear.SystemPart;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;

/**
 * Estimates with a linear model: Kalman filter and smoother of each group of channels, nothing
 * drawn. While a diffuse start is not yet fixed, or hardly, there is no answer, and its rows are
 * NaN.
 */
public final class ExactEstimator extends BandEstimator {
  private static final String EXACT = "exact";

  /** Rows that are made at a time. */
  private static final int BLOCK = 4096;

  private final LinearPosterior model;
  private final Supplier<Findings> findings;

  /**
   * Of a model.
   *
   * @param findings gives what it has learned
   */
  public ExactEstimator(LinearPosterior model, Supplier<Findings> findings) {
    this.model = model;
    this.findings = findings;
  }

  /** A filter keeps what it works with to itself. */
  @Override
  public boolean isThreadSafe() {
    return true;
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
    List<FilterResult> filters = model.filters(series, length(series), 0);
    Rows filtered = new Rows(series, Conditioning.FILTERED, 0);
    Rows predicted = new Rows(series, Conditioning.PREDICTED, 0);
    for (FilterResult filter : filters) {
      filtered.add(
          filter,
          filter.filtered(),
          Emitted.observations(filter.system(), filter.observations(), filter.filtered(), 0));
      predicted.add(filter, filter.predicted(), Emitted.predicted(filter));
    }
    return new Online(
        filtered.estimate(),
        predicted.estimate(),
        Arrays.stream(model.logLikelihoods(filters, series)).sum());
  }

  @Override
  public Estimate smoothed(int series) {
    Rows rows = new Rows(series, Conditioning.SMOOTHED, 0);
    for (FilterResult filter : model.filters(series, length(series), 0)) {
      SmootherResult smoother = KalmanSmoother.smooth(filter);
      rows.add(filter, smoother.smoothed(), Emitted.smoothed(smoother));
    }
    return rows.estimate();
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    Rows rows = new Rows(series, Conditioning.FORECAST, seen);
    for (FilterResult filter : model.filters(series, seen, horizon)) {
      rows.add(filter, filter.predicted(), Emitted.predicted(filter));
    }
    return rows.estimate();
  }

  /** Of one group whose state has two dimensions, each of them shown as it is. */
  @Override
  public Optional<TransitionField> field(Estimate estimate) {
    if (model.groups().size() != 1) return Optional.empty();
    LinearSystem system = model.system(estimate.series(), 2);
    int n = system.latentSize();
    List<ShownState> states = model.groups().getFirst().shown();
    // The field of one number of the state alone would be a line through the origin.
    if (n != 2 || (!states.isEmpty() && states.size() != n)) return Optional.empty();
    Matrix f = Matrix.of(n, n, system.part(SystemPart.TRANSITION).at(0));
    double[] offset = system.part(SystemPart.TRANSITION_OFFSET).at(0);
    boolean isPlain = true;
    for (int i = 0; i < states.size(); i++) {
      for (int j = 0; j < n; j++) isPlain &= states.get(i).weights()[j] == (i == j ? 1 : 0);
    }
    if (!isPlain) return Optional.empty();
    return TransitionField.of(
        TransitionMap.each(
            state -> {
              double[] next = f.times(state);
              for (int d = 0; d < n; d++) next[d] += offset[d];
              return next;
            }),
        estimate);
  }

  /** Of the group of channels that the channel belongs to. */
  @Override
  public Optional<RowTrace> trace(int series, int row, int place) {
    List<FilterResult> filters = model.filters(series, row + 1, 0);
    for (int g = 0; g < filters.size(); g++) {
      int[] places = model.groups().get(g).places();
      if (Arrays.stream(places).noneMatch(p -> p == place)) continue;
      FilterResult filter = filters.get(g);
      return row < filter.diffuseSteps()
          ? Optional.empty()
          : Optional.of(new RowTrace.Linear(KalmanStep.of(filter, row)));
    }
    return Optional.empty();
  }

  private int length(int series) {
    return model.dataset().source().series().get(series).length();
  }

  /** What the groups say, added one after another, of the rows from {@code first} on. */
  private final class Rows {
    private final int series;
    private final Conditioning conditioning;
    private final int first;
    private final List<ChannelGroup> groups = model.groups();
    private final boolean hasMeaning = groups.stream().anyMatch(g -> !g.shown().isEmpty());
    private final List<ShownState> shown =
        groups.stream().flatMap(g -> g.shown().stream()).toList();
    private final List<double[][]> latent = new ArrayList<>();
    private int added;
    private boolean[] known = {};
    private NumberRows mean = new NumberRows(0, 0);
    private NumberRows deviation = mean;

    Rows(int series, Conditioning conditioning, int first) {
      this.series = series;
      this.conditioning = conditioning;
      this.first = first;
    }

    /** The next group: its filter, its states under the conditioning and what they emit. */
    void add(FilterResult filter, Moments states, Moments emitted) {
      ChannelGroup group = groups.get(added);
      int rows = states.steps() - first;
      if (added++ == 0) {
        known = new boolean[rows];
        Arrays.fill(known, true);
        mean = new NumberRows(rows, model.dataset().observationSize());
        deviation = new NumberRows(rows, model.dataset().observationSize());
      }
      int[] places = group.places();
      for (int i = 0; i < rows; i++) {
        for (int d = 0; d < places.length; d++) {
          double reach = emitted.standardDeviation(first + i, d);
          mean.set(i, places[d], emitted.mean(first + i, d));
          deviation.set(i, places[d], reach);
          known[i] &= !(reach > model.nothing(places[d]));
        }
        known[i] &= isFixed(conditioning, filter, first + i);
      }
      if (!hasMeaning) {
        for (int i = 0; i < states.size(); i++) addDimension(states, i, rows);
      }
      for (ShownState state : group.shown()) addShown(state, states, rows);
    }

    private void addDimension(Moments states, int place, int rows) {
      double[][] both = new double[2][rows];
      for (int i = 0; i < rows; i++) {
        both[0][i] = states.mean(first + i, place);
        both[1][i] = states.standardDeviation(first + i, place);
      }
      latent.add(both);
    }

    private void addShown(ShownState state, Moments states, int rows) {
      double[][] both = new double[2][rows];
      for (int i = 0; i < rows; i++) {
        both[0][i] = state.mean(states, first + i);
        both[1][i] = state.deviation(states, first + i);
      }
      latent.add(both);
    }

    /** In the file's units. */
    Estimate estimate() {
      int rows = known.length;
      double z = StandardNormal.quantile((1 + level()) / 2);
      Band seen = EstimateRows.band(rows, model.dataset().observationSize());
      Band states = EstimateRows.band(rows, latent.size());
      for (int i = 0; i < rows; i++) {
        double reach = known[i] ? z : Double.NaN;
        for (int d = 0; d < mean.columns(); d++) {
          set(seen, i, d, mean.at(i, d), reach, deviation.at(i, d));
        }
        for (int d = 0; d < latent.size(); d++) {
          set(states, i, d, latent.get(d)[0][i], reach, latent.get(d)[1][i]);
        }
      }
      ExactCrps scores = new ExactCrps(model, series, first, seen.mean(), deviation);
      NumberRows crps = scores.all();
      Band restored = restored(seen);
      SeriesSet set = model.dataset().source();
      Tracks tracks = new Tracks(set);
      return new Estimate(
              series,
              conditioning,
              model.holdsInputs(series, first + rows) ? Estimate.INPUTS_HELD : EXACT,
              level(),
              first,
              set.times(series, first, first + rows),
              new Band(
                  restored.mean(),
                  tracks.beside(restored.mean(), restored.lower()),
                  tracks.beside(restored.mean(), restored.upper())),
              states,
              new double[0][][],
              crps,
              shown.stream().map(state -> dimension(set, state)).toList(),
              Estimate.NO_REGIMES,
              List.of())
          .withPit(scores.pit());
    }

    /** Places follow from those before them; of all else some thousand rows are made at a time. */
    private Band restored(Band seen) {
      int rows = seen.mean().length();
      int block = model.dataset().source().isTrack() ? Math.max(1, rows) : BLOCK;
      Band restored = EstimateRows.band(rows, seen.size());
      for (int from = 0; from < rows; from += block) {
        Band some = seen.rows(from, Math.min(rows, from + block));
        double[][][] band = {some.mean().all(), some.lower().all(), some.upper().all()};
        double[][][] ends = model.restore(conditioning, series, first + from, band);
        for (int i = 0; i < ends[0].length; i++) {
          restored.mean().set(from + i, ends[0][i]);
          restored.lower().set(from + i, ends[1][i]);
          restored.upper().set(from + i, ends[2][i]);
        }
      }
      return restored;
    }
  }

  private static void set(Band band, int row, int place, double mean, double z, double deviation) {
    band.put(row, place, Double.isNaN(z) ? Double.NaN : mean, z * deviation);
  }

  private static LatentDimension dimension(SeriesSet set, ShownState state) {
    return new LatentDimension(
        state.name() + of(set, state.channel()), state.unit(), state.centre(), state.scale());
  }

  /** " of wind", " north": the channel of a state, if it is one's. */
  private static String of(SeriesSet set, int place) {
    if (place < 0) return "";
    Channel channel = set.channels().get(set.observedChannels()[place]);
    return switch (channel.kind()) {
      case LATITUDE -> " north";
      case LONGITUDE -> " east";
      case REAL, BINARY, COUNT, PIXEL -> " of " + channel.name();
    };
  }

  /** Whether the start is fixed by what the state of a row has seen. */
  private boolean isFixed(Conditioning conditioning, FilterResult filter, int t) {
    if (conditioning == Conditioning.SMOOTHED) return true;
    int last = conditioning == Conditioning.FILTERED ? t : t - 1;
    if (last < 0) return filter.diffuseSteps() == 0 && !model.startsAtFirstRow();
    int n = filter.system().latentSize();
    for (int i = 0; i < n; i++) if (filter.isDiffuse(last, i)) return false;
    return true;
  }
}
