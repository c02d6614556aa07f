package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Randomness;
import undercurrent.model.Conditioning;
import undercurrent.model.Fit;
import undercurrent.model.FitState;
import undercurrent.model.ModelWords;
import undercurrent.model.PerStep;
import undercurrent.model.linear.FilterBlocks;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;
import undercurrent.model.linear.StepTerms;
import undercurrent.model.linear.UnsoundException;
import undercurrent.model.structural.Transform;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * A linear-Gaussian model of a data set. It sees the rows as the deep models do, standardised on
 * the training part, after a transform if one is set; unlike them it sees a series whole, not in
 * windows. Not thread-safe.
 */
public final class ExactModel implements Fit, LinearPosterior {
  /** So small a variance, beside 1 of the data, was driven to zero by the fit. */
  private static final double NO_NOISE = 1e-6;

  /** Of no channel, or of all. */
  static final int ALL = -1;

  private final Dataset original;
  private final String name;
  private final boolean takesValues;
  private final Rows rows;
  private final Transforms transforms;
  private final FileUnits units;
  private final SystemKind kind;
  private final int period;
  private final int season;
  private @Nullable ExactFit fit;
  private int fitIteration;
  private final KnownTerms terms = new KnownTerms();

  private ExactModel(Dataset original, ExactPlan plan, long seed) {
    SeriesSet set = original.source();
    this.original = original;
    name = plan.name();
    takesValues = plan.takesValues();
    period = plan.period();
    season = plan.season();
    transforms = Transforms.of(set, plan.transform(), period);
    plan.requireFit(set, transforms);
    ValueRows values = new ValueRows(original, transforms, plan.takesInputs());
    rows = set.isTrack() ? new TrackRows(original, values) : values;
    units = new FileUnits(set, rows, transforms);
    Randomness random = Randomness.of(seed).named("linear");
    try {
      kind = plan.system(set, rows, values.effects(), this::training, random);
    } catch (UnsoundException unsound) {
      // Expectations are filtered from the start on.
      throw noiseless(takesValues ? Optional.of("R") : Optional.empty(), unsound);
    }
  }

  /** Some channels of the training part. */
  private List<SystemKind.Learned> training(int... places) {
    SeriesSet set = original.source();
    List<SystemKind.Learned> training = new ArrayList<>();
    for (int s = 0; s < set.series().size(); s++) {
      Series series = set.series().get(s);
      int end = set.split().end(Part.TRAINING, s, series.length());
      if (end == 0) continue;
      training.add(
          new SystemKind.Learned(
              Arrays.copyOf(series.times(), end), rows.observations(s, end, 0, places)));
    }
    return training;
  }

  /**
   * As it is before anything was learned.
   *
   * @throws IllegalArgumentException one sentence, when the kind does not fit the data
   */
  public static ExactModel of(ExactPlan plan, Dataset data, long seed) {
    return new ExactModel(data, plan, seed);
  }

  /**
   * Learns it, one iteration a step.
   *
   * @throws IllegalArgumentException one sentence, when nothing is left to be filtered
   */
  public Learner learner() {
    return answered(kind::learner);
  }

  @Override
  public void step() {
    Learner learner = learner();
    answered(
        () -> {
          learner.step();
          return learner;
        });
  }

  /** The message of the cause names a matrix and a step; it is for the log. */
  private <T> T answered(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnsoundException unsound) {
      throw noiseless(takesValues ? kind.noiseName() : Optional.empty(), unsound);
    }
  }

  private IllegalArgumentException noiseless(Optional<String> noise, UnsoundException unsound) {
    String hold =
        noise.map(n -> ModelWords.of("exactModel.hold", n.replace(' ', '-')) + ", ").orElse("");
    return new IllegalArgumentException(
        ModelWords.of("exactModel.noNoise", name, original.source().name(), hold), unsound);
  }

  @Override
  public boolean isConverged() {
    return learner().status() == Learner.Status.CONVERGED;
  }

  @Override
  public void prepare() {
    // Searches begin by looking at their starting points.
    var unused = learner();
  }

  @Override
  public double[] state() {
    FitState state = FitState.empty();
    kind.write(state);
    return state.numbers();
  }

  @Override
  public void restore(double[] state) {
    FitState from = FitState.of(state);
    kind.read(from);
    from.requireEnd();
    fit = null;
    terms.clear();
  }

  @Override
  public boolean isNoisy(int place) {
    if (original.source().noiseChannels().length > 0) return true;
    return kind.noise(times(0, 1), place) > NO_NOISE;
  }

  /** What was learned so far, in the file's units. */
  public ExactFit fit() {
    int iteration = learner().curve().size();
    ExactFit known = fit;
    // Standard errors take as long as several iterations.
    if (known != null && fitIteration == iteration) return known;
    ExactFit read = answered(() -> new FitReader(this, kind, rows, units).read());
    fit = read;
    fitIteration = iteration;
    return read;
  }

  /**
   * The simple λ of a Box-Cox transform that makes the variation of a channel constant, by
   * Guerrero; 1 where it should stay as it is, or is transformed already.
   */
  public double askedLambda(int place) {
    return transforms.isIdentity() && original.source().noiseChannels().length == 0
        ? Transforms.suggested(original.source(), place, period)
        : 1;
  }

  /** Steps of a season, 1 where the kind knows none. */
  public int season() {
    return season;
  }

  /** How the state of a group moves between rows, if it moves in continuous time. */
  public Optional<ContinuousMotion> motion(int group) {
    return kind.apart().get(group).motion();
  }

  /** How many parameters shape the autocorrelation of a channel. */
  public int shapeCount() {
    return kind.shapeCount();
  }

  @Override
  public Dataset dataset() {
    return original;
  }

  @Override
  public List<ChannelGroup> groups() {
    List<SystemKind> apart = kind.apart();
    List<ChannelGroup> groups = new ArrayList<>();
    for (int g = 0; g < apart.size(); g++) {
      int place = g;
      List<ShownState> shown =
          apart.get(g).shown().stream().map(raw -> raw.scaled(units, place)).toList();
      groups.add(
          new ChannelGroup(
              places(g),
              apart.size() == 1 ? shown : shown.stream().map(s -> s.of(place)).toList()));
    }
    return groups;
  }

  private int[] places(int group) {
    return kind.apart().size() == 1
        ? IntStream.range(0, original.observationSize()).toArray()
        : new int[] {group};
  }

  @Override
  public List<FilterResult> filters(int series, int seen, int unseen) {
    return filtered(series, seen, unseen, KalmanFilter::filter);
  }

  private <T> List<T> filtered(
      int series, int seen, int unseen, BiFunction<LinearSystem, Observations, T> filter) {
    double[] times = times(series, seen + unseen);
    List<SystemKind> apart = kind.apart();
    return IntStream.range(0, apart.size())
        .mapToObj(
            g ->
                answered(
                    () ->
                        filter.apply(
                            apart.get(g).system(times),
                            rows.observations(series, seen, unseen, places(g)))))
        .toList();
  }

  @Override
  public Optional<List<FilterBlocks>> blocks(int series) {
    SeriesSet set = original.source();
    if (set.isTrack()) return Optional.empty();
    int length = set.series().get(series).length();
    List<Optional<FilterBlocks>> blocks = filtered(series, length, 0, FilterBlocks::of);
    return blocks.stream().allMatch(Optional::isPresent)
        ? Optional.of(blocks.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  @Override
  public LinearSystem system(int series, int rows) {
    return kind.system(times(series, rows));
  }

  /** A value that only fixes a diffuse start counts by its limit; all rows have to be seen. */
  @Override
  public double[] logLikelihoods(List<FilterResult> filters, int series) {
    return terms(filters.stream().map(FilterResult::terms).toList(), series);
  }

  private double[] terms(List<StepTerms> groups, int series) {
    double[] all = StepTerms.sum(groups);
    int length = original.source().series().get(series).length();
    for (int g = 0; g < groups.size(); g++) {
      Observations seen = groups.get(g).seen();
      int[] places = places(g);
      for (int t = 0; t < Math.min(all.length, length); t++) {
        for (int d = 0; d < places.length; d++) {
          if (Double.isNaN(seen.value(t, d))) continue;
          all[t] += rows.towardsDeep(series, t, places[d]);
        }
      }
    }
    boolean isKept = groups.stream().allMatch(StepTerms::isOfEachBeginning);
    if (isKept && all.length <= length) terms.keep(series, all, iteration());
    return all;
  }

  private int iteration() {
    return learner().curve().size();
  }

  @Override
  public boolean holdsInputs(int series, int rows) {
    SeriesSet set = original.source();
    return set.inputChannels().length > 0 && rows > set.series().get(series).length();
  }

  @Override
  public Transform transform(int place) {
    return transforms.list().get(place);
  }

  @Override
  public double scale(int place) {
    return rows.scale(place);
  }

  @Override
  public double centre(int place) {
    return rows.centre(place);
  }

  @Override
  public double nothing(int place) {
    return rows.nothing(place);
  }

  @Override
  public double[][][] restore(Conditioning conditioning, int series, int from, double[][][] band) {
    return rows.restore(conditioning, series, from, band);
  }

  @Override
  public double[][] comparable(int series, int from, double[][] values) {
    return rows.comparable(series, from, values);
  }

  @Override
  public double observed(int series, int row, int place) {
    return rows.observed(series, row, place);
  }

  /** log p per time step of the rows of a part, each given all rows before it; NaN without any. */
  @Override
  public double perStep(Part part) {
    int at = iteration();
    return PerStep.of(
        original.source(),
        part,
        (s, to) -> terms.of(s, to, at, () -> terms(filtered(s, to, 0, KalmanFilter::terms), s)));
  }
}
