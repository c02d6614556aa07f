package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Randomness;
import undercurrent.model.Conditioning;
import undercurrent.model.ModelSettings;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.structural.Arima;
import undercurrent.model.structural.ArimaOrder;
import undercurrent.model.structural.Component;
import undercurrent.model.structural.DummySeasonal;
import undercurrent.model.structural.LocalLevel;
import undercurrent.model.structural.LocalLinearTrend;
import undercurrent.model.structural.StructuralModel;
import undercurrent.model.structural.TrigonometricSeasonal;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.TimeAxis;

/**
 * A linear-Gaussian model of a data set. It sees the rows as the deep models do, standardised on
 * the training part, after a transform if one is asked for; unlike them it sees a series whole, not
 * in windows. Not thread-safe.
 */
public final class ExactModel {
  private static final int LONG_SEASON = 24;
  private static final int WAVES = 4;

  /** So small a variance, beside 1 of the data, was driven to zero by the fit. */
  private static final double NO_NOISE = 1e-6;

  /** Of no channel, or of all. */
  static final int ALL = -1;

  private final Dataset original;
  private final Rows rows;
  private final Transforms transforms;
  private final SystemKind kind;
  private final int season;

  private ExactModel(Dataset original, ModelSettings settings, long seed) {
    SeriesSet set = original.source();
    this.original = original;
    season = settings.kind().hasSeason() ? settings.season() : 1;
    transforms = Transforms.of(set, settings.transform(), settings.season());
    requireFit(settings);
    ValueRows values = new ValueRows(original, transforms);
    rows = set.isTrack() ? new TrackRows(original, values) : values;
    List<SystemKind.Learned> training = new ArrayList<>();
    for (int s = 0; s < set.series().size(); s++) {
      Series series = set.series().get(s);
      int end = set.split().end(Part.TRAINING, s, series.length());
      if (end == 0) continue;
      training.add(
          new SystemKind.Learned(Arrays.copyOf(series.times(), end), rows.observations(s, end, 0)));
    }
    kind = kind(settings, training, Randomness.of(seed).named("linear"));
  }

  /**
   * As it is before anything was learned.
   *
   * @throws IllegalArgumentException one sentence, when the kind does not fit the data
   */
  public static ExactModel of(ModelSettings settings, Dataset data, long seed) {
    return new ExactModel(data, settings, seed);
  }

  /** Refuses data that the kind does not explain. */
  private void requireFit(ModelSettings settings) {
    SeriesSet set = original.source();
    if (set.noiseChannels().length > 0) {
      if (settings.kind() == ModelSettings.ModelKind.LINEAR) {
        throw new IllegalArgumentException(
            "A LINEAR model learns one measurement noise for all rows and '%s' has a column of it; set 'kind' to LEVEL, TREND, SEASONAL or MATERN, or leave that column out."
                .formatted(set.name()));
      }
      if (!transforms.isIdentity()) {
        throw new IllegalArgumentException(
            "The measurement noise of '%s' is that of its values and not of their transform; set 'transform' to NONE."
                .formatted(set.name()));
      }
    }
    if (set.isTrack() && settings.kind() != ModelSettings.ModelKind.TREND) {
      throw new IllegalArgumentException(
          "'%s' is a track and a %s model does not know positions on the Earth; set 'kind' to TREND, which is constant velocity there, or to DEEP_MARKOV."
              .formatted(set.name(), settings.kind()));
    }
  }

  private SystemKind kind(
      ModelSettings settings, List<SystemKind.Learned> training, Randomness randomness) {
    TimeAxis axis = original.source().time();
    String timeUnit = axis.isDate() ? "d" : axis.unit();
    int size = original.observationSize();
    if (settings.kind() == ModelSettings.ModelKind.LINEAR) {
      return new AnySystem(settings.latentSize(), size, training, randomness);
    }
    List<SystemKind> channels = new ArrayList<>();
    for (int d = 0; d < size; d++) {
      if (rows instanceof TrackRows track && track.isCoordinate(d)) {
        channels.add(
            track.firstCoordinate() < d
                ? channels.get(track.firstCoordinate())
                : new TrackSystem(of(training, track.coordinates()), track.scale(d), timeUnit));
      } else {
        channels.add(one(settings, of(training, d), timeUnit));
      }
    }
    return size == 1 ? channels.getFirst() : new IndependentChannels(channels);
  }

  /** Some channels alone. */
  private static List<SystemKind.Learned> of(List<SystemKind.Learned> training, int... places) {
    return training.stream()
        .map(l -> new SystemKind.Learned(l.times(), l.seen().channels(places)))
        .toList();
  }

  /** A model of one channel. */
  private static SystemKind one(
      ModelSettings settings, List<SystemKind.Learned> training, String timeUnit) {
    return switch (settings.kind()) {
      case LEVEL -> components(training, StructuralModel.of(new LocalLevel()));
      case TREND -> components(training, StructuralModel.of(new LocalLinearTrend()));
      case SEASONAL ->
          components(
              training, StructuralModel.of(new LocalLinearTrend(), season(settings.season())));
      case AIRLINE ->
          components(
              training,
              StructuralModel.of(new Arima(ArimaOrder.airline(settings.season())))
                  .withoutIrregular());
      case MATERN -> new KernelSystem(training, timeUnit);
      case LINEAR, DEEP_MARKOV ->
          throw new IllegalArgumentException(
              "A %s model is not of one channel.".formatted(settings.kind()));
    };
  }

  /** A short season step by step; a long one by its slow waves, or its state would be huge. */
  private static Component season(int period) {
    return period <= LONG_SEASON
        ? new DummySeasonal(period)
        : new TrigonometricSeasonal(period, WAVES, true);
  }

  private static SystemKind components(List<SystemKind.Learned> training, StructuralModel model) {
    return new ComponentSystem(model, training);
  }

  /** Learns it, one iteration a step. */
  public Learner learner() {
    return kind.learner();
  }

  /** Whether a channel has noise of any size, as learned so far. */
  public boolean isNoisy(int place) {
    if (original.source().noiseChannels().length > 0) return true;
    LinearSystem system = kind.system(times(0, 1));
    double r =
        system.part(undercurrent.model.linear.Part.EMISSION_NOISE)
            .at(0)[place * (system.observedSize() + 1)];
    return r > NO_NOISE;
  }

  /** What was learned so far, in the file's units. */
  public ExactFit fit() {
    return new FitReader(this, kind, rows, transforms).read();
  }

  /** Steps of a season, 1 where the kind knows none. */
  public int season() {
    return season;
  }

  /** How the state moves between rows, if it moves in continuous time. */
  public Optional<ContinuousMotion> motion() {
    return kind.motion();
  }

  /** How many parameters shape the autocorrelation of a channel. */
  public int shapeCount() {
    return kind.shapeCount();
  }

  /** The data that it belongs to, in their own units. */
  public Dataset dataset() {
    return original;
  }

  /**
   * The system as it is now, run over a series.
   *
   * @param seen rows that are seen
   * @param unseen rows after them that are not; they may lie beyond the end
   */
  public FilterResult filter(int series, int seen, int unseen) {
    double[] times = times(series, seen + unseen);
    return KalmanFilter.filter(kind.system(times), rows.observations(series, seen, unseen));
  }

  /** The times of the first rows; beyond the end they go on in the median gap. */
  public double[] times(int series, int rows) {
    double[] known = original.source().series().get(series).times();
    double[] times = Arrays.copyOf(known, rows);
    double[] gaps = new double[Math.max(0, known.length - 1)];
    for (int t = 0; t < gaps.length; t++) gaps[t] = known[t + 1] - known[t];
    Arrays.sort(gaps);
    double gap = gaps.length == 0 ? 1 : gaps[gaps.length / 2];
    for (int t = known.length; t < rows; t++) times[t] = times[t - 1] + gap;
    return times;
  }

  /**
   * log p(xₜ|x₁:ₜ₋₁) of each row {@code [T]} in nats, counted in the units that a deep model of the
   * same data sees, so that both can be compared; a value that only fixes a diffuse start counts by
   * its limit.
   */
  public double[] logLikelihoods(FilterResult filter, int series) {
    return towardsDeep(filter.logLikelihoods(), filter.observations(), series);
  }

  private double[] towardsDeep(double[] terms, Observations seen, int series) {
    int length = original.source().series().get(series).length();
    for (int t = 0; t < Math.min(terms.length, length); t++) {
      for (int d = 0; d < seen.observedSize(); d++) {
        if (!Double.isNaN(seen.value(t, d))) terms[t] += rows.towardsDeep(series, t, d);
      }
    }
    return terms;
  }

  /** What of the state a person knows; empty where no dimension has a meaning of its own. */
  public List<ShownState> shown() {
    return kind.shown();
  }

  /** So many standard deviations of the data wide, a belief is none. */
  public double nothing(int place) {
    return rows.nothing(place);
  }

  /**
   * Mean, lower and upper end of a band {@code [3][N][C]} from the model's units to the file's.
   *
   * @param from the row that row 0 stands at
   */
  public double[][][] restore(Conditioning conditioning, int series, int from, double[][][] band) {
    return rows.restore(conditioning, series, from, band);
  }

  /**
   * Rows in units in which errors can be told: those of the file, or of a track metres in its
   * plane.
   *
   * @param from the row that row 0 stands at
   */
  public double[][] comparable(int series, int from, double[][] values) {
    return rows.comparable(series, from, values);
  }

  /** What was observed, in those units; NaN where missing or beyond the end. */
  public double observed(int series, int row, int place) {
    return rows.observed(series, row, place);
  }

  /** log p per time step of the rows of a part, each given all rows before it; NaN without any. */
  public double perStep(Part part) {
    double sum = 0;
    long steps = 0;
    SeriesSet set = original.source();
    for (int s = 0; s < set.series().size(); s++) {
      int length = set.series().get(s).length();
      int to = set.split().end(part, s, length);
      int from = set.split().start(part, s, length);
      if (to <= from) continue;
      Observations seen = rows.observations(s, to, 0);
      double[] terms = towardsDeep(kind.terms(times(s, to), seen), seen, s);
      for (int t = from; t < to; t++) sum += terms[t];
      steps += to - from;
    }
    return steps == 0 ? Double.NaN : sum / steps;
  }
}
