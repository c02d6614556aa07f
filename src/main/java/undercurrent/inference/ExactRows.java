package undercurrent.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import undercurrent.math.StandardNormal;
import undercurrent.model.Conditioning;
import undercurrent.model.exact.ChannelGroup;
import undercurrent.model.exact.LinearPosterior;
import undercurrent.model.exact.ShownState;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.Observations;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;

/**
 * Collects an exact estimate of some rows of a series from {@code first} on: what the groups of
 * channels say, added one after another.
 */
final class ExactRows {
  private static final String EXACT = "exact";

  private final LinearPosterior model;
  private final double level;
  private final int series;
  private final Conditioning conditioning;
  private final int first;
  private final List<ChannelGroup> groups;
  private final List<ShownState> shown;
  private final List<double[][]> latent = new ArrayList<>();
  private int added;
  private boolean[] known = {};
  private NumberRows mean = new NumberRows(0, 0);
  private NumberRows deviation = mean;

  ExactRows(LinearPosterior model, double level, int series, Conditioning conditioning, int first) {
    this.model = model;
    this.level = level;
    groups = model.groups();
    shown = groups.stream().flatMap(g -> g.shown().stream()).toList();
    this.series = series;
    this.conditioning = conditioning;
    this.first = first;
  }

  /** The next group: a filter of its whole series, and its states of these rows. */
  void add(FilterResult filter, Moments states) {
    add(states, filter.system(), filter.observations(), i -> isFixed(filter, first + i));
  }

  /** The next group: its states of these rows, and whether its start is fixed there. */
  void add(Moments states, LinearSystem system, Observations seen, IntPredicate isFixed) {
    Moments emitted = Emitted.observations(system, seen, states, first);
    ChannelGroup group = groups.get(added);
    int rows = states.steps();
    if (added++ == 0) {
      known = new boolean[rows];
      Arrays.fill(known, true);
      mean = new NumberRows(rows, model.dataset().observationSize());
      deviation = new NumberRows(rows, model.dataset().observationSize());
    }
    int[] places = group.places();
    for (int i = 0; i < rows; i++) {
      for (int d = 0; d < places.length; d++) {
        double reach = emitted.standardDeviation(i, d);
        mean.set(i, places[d], emitted.mean(i, d));
        deviation.set(i, places[d], reach);
        known[i] &= !(reach > model.nothing(places[d]));
      }
      known[i] &= isFixed.test(i);
    }
    if (shown.isEmpty()) {
      for (int i = 0; i < states.size(); i++) {
        int place = i;
        addNumber(t -> states.mean(t, place), t -> states.standardDeviation(t, place));
      }
    }
    for (ShownState state : group.shown()) {
      addNumber(t -> state.mean(states, t), t -> state.deviation(states, t));
    }
  }

  private void addNumber(IntToDoubleFunction ofMean, IntToDoubleFunction ofDeviation) {
    double[][] both = new double[2][known.length];
    Arrays.setAll(both[0], ofMean);
    Arrays.setAll(both[1], ofDeviation);
    latent.add(both);
  }

  /** In the file's units. */
  Estimate estimate() {
    int rows = known.length;
    double z = StandardNormal.quantile((1 + level) / 2);
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
            level,
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

  private Band restored(Band seen) {
    double[][][] band = {seen.mean().all(), seen.lower().all(), seen.upper().all()};
    double[][][] ends = model.restore(conditioning, series, first, band);
    return new Band(ends[0], ends[1], ends[2]);
  }

  private static void set(Band band, int row, int place, double mean, double z, double deviation) {
    band.put(row, place, Double.isNaN(z) ? Double.NaN : mean, z * deviation);
  }

  private static LatentDimension dimension(SeriesSet set, ShownState state) {
    return new LatentDimension(
        state.name() + of(set, state.channel()),
        false,
        state.unit(),
        state.centre(),
        state.scale());
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
  private boolean isFixed(FilterResult filter, int t) {
    if (conditioning == Conditioning.SMOOTHED) return true;
    int last = conditioning == Conditioning.FILTERED ? t : t - 1;
    if (last < 0) return filter.diffuseSteps() == 0 && !model.startsAtFirstRow();
    int n = filter.system().latentSize();
    for (int i = 0; i < n; i++) if (filter.isDiffuse(last, i)) return false;
    return true;
  }
}
