package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Randomness;
import undercurrent.model.Conditioning;
import undercurrent.model.Fit;
import undercurrent.model.PerStep;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.Observations;
import undercurrent.model.structural.Transform;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * A linear-Gaussian model of a data set. It sees the rows as the deep models do, standardised on
 * the training part, after a transform if one is asked for; unlike them it sees a series whole, not
 * in windows. Not thread-safe.
 */
public final class ExactModel implements Fit, LinearPosterior {

  /** So small a variance, beside 1 of the data, was driven to zero by the fit. */
  private static final double NO_NOISE = 1e-6;

  /** Of no channel, or of all. */
  static final int ALL = -1;

  private final Dataset original;
  private final Rows rows;
  private final Transforms transforms;
  private final SystemKind kind;
  private final int period;
  private final int season;
  private @Nullable ExactFit fit;
  private int fitIteration;

  private ExactModel(Dataset original, ExactPlan plan, long seed) {
    SeriesSet set = original.source();
    this.original = original;
    period = plan.period();
    season = plan.season();
    transforms = Transforms.of(set, plan.transform(), period);
    plan.requireFit(set, transforms);
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
    Randomness random = Randomness.of(seed).named("linear");
    kind = plan.system(set, rows, values.effects(), training, random);
  }

  /**
   * As it is before anything was learned.
   *
   * @throws IllegalArgumentException one sentence, when the kind does not fit the data
   */
  public static ExactModel of(ExactPlan plan, Dataset data, long seed) {
    return new ExactModel(data, plan, seed);
  }

  /** Learns it, one iteration a step. */
  public Learner learner() {
    return kind.learner();
  }

  @Override
  public void step() {
    learner().step();
  }

  @Override
  public boolean isConverged() {
    return learner().status() == Learner.Status.CONVERGED;
  }

  @Override
  public boolean isNoisy(int place) {
    if (original.source().noiseChannels().length > 0) return true;
    return kind.noise(times(0, 1), place) > NO_NOISE;
  }

  /** What was learned so far, in the file's units. */
  public ExactFit fit() {
    int iteration = kind.learner().curve().size();
    ExactFit known = fit;
    // Standard errors take as long as several iterations.
    if (known != null && fitIteration == iteration) return known;
    ExactFit read = new FitReader(this, kind, rows, transforms).read();
    fit = read;
    fitIteration = iteration;
    return read;
  }

  /**
   * The simple λ of a Box-Cox transform that makes the swings of a channel equal, by Guerrero; 1
   * where it should stay as it is, or is transformed already.
   */
  public double askedLambda(int place) {
    return transforms.isIdentity() && original.source().noiseChannels().length == 0
        ? Transforms.asked(original.source(), place, period)
        : 1;
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

  @Override
  public Dataset dataset() {
    return original;
  }

  @Override
  public FilterResult filter(int series, int seen, int unseen) {
    double[] times = times(series, seen + unseen);
    return KalmanFilter.filter(kind.system(times), rows.observations(series, seen, unseen));
  }

  /** A value that only fixes a diffuse start counts by its limit. */
  @Override
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
  public List<ShownState> shown() {
    return kind.shown();
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
    return PerStep.of(
        original.source(),
        part,
        (s, to) -> {
          Observations seen = rows.observations(s, to, 0);
          return towardsDeep(kind.terms(times(s, to), seen), seen, s);
        });
  }
}
