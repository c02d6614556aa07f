package undercurrent.model.known;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import undercurrent.math.Randomness;
import undercurrent.math.Spread;
import undercurrent.model.Fit;
import undercurrent.model.FitState;
import undercurrent.model.PerStep;
import undercurrent.model.nonlinear.NonlinearModel;
import undercurrent.model.nonlinear.Substeps;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * A model of a data set whose equations are known, in the units of the file. What may not be known
 * is how much noise there is: deviations that the settings leave at 0 are learned from the training
 * part by maximum likelihood, which is the chosen filter's own. Not thread-safe.
 */
public final class KnownModel implements Fit {
  /** A series as a whole, and its forecast; clouds take room. */
  private static final int ANSWERS = 2;

  private final Dataset data;
  private final KnownDynamics dynamics;
  private final KnownSettings settings;
  private final KnownSystem system;
  private final Filters filters;
  private final Randomness randomness;
  private final NoiseSearch search;
  private final Map<Question, Filtering> answers = new HashMap<>();

  /** Log-likelihoods of so many places of the search are remembered. */
  private static final int PLACES = 8;

  private final Map<Place, double[]> terms = new HashMap<>();

  /** What a filter was run on; its result is kept until the noise changes. */
  private record Question(int series, int seen, int unseen) {}

  /** Rows of a series with some noise. */
  private record Place(int series, int rows, double motion, double observation) {}

  private KnownModel(KnownDynamics dynamics, KnownSettings settings, Dataset data, long seed) {
    this.data = data;
    this.dynamics = dynamics;
    this.settings = settings;
    dynamics.requireFit(data.source());
    KnownSystem usual = dynamics.system().apply(data.source());
    for (Series series : data.source().series()) {
      Substeps.check(series.name(), series.times(), usual.equations().interval());
    }
    system =
        settings.startDeviation() == 0
            ? usual
            : usual.startingAt(settings.startMean(), settings.startDeviation());
    filters = new Filters(settings.filter(), settings.particles());
    randomness = Randomness.of(seed).named("known");
    search = new NoiseSearch(this::logLikelihood, start());
  }

  /**
   * As it is before anything was learned.
   *
   * @throws IllegalArgumentException one sentence, when the kind does not fit the data
   */
  public static KnownModel of(
      KnownDynamics dynamics, KnownSettings settings, Dataset data, long seed) {
    return new KnownModel(dynamics, settings, data, seed);
  }

  /** Logarithms of those deviations that are learned. */
  private float[] start() {
    float[] both = {
      (float) StrictMath.log(system.motion()), (float) StrictMath.log(system.observation())
    };
    int from = settings.motionNoise() > 0 ? 1 : 0;
    int to = settings.observationNoise() > 0 ? 1 : 2;
    return from < to ? Arrays.copyOfRange(both, from, to) : new float[0];
  }

  /** Deviation of the motion's noise: given, or learned so far. */
  public double motionNoise() {
    return motion(search.at());
  }

  /** Deviation of the observation's noise: given, or learned so far. */
  public double observationNoise() {
    return observation(search.at());
  }

  private double motion(float[] learned) {
    return settings.motionNoise() > 0 ? settings.motionNoise() : StrictMath.exp(learned[0]);
  }

  private double observation(float[] learned) {
    return settings.observationNoise() > 0
        ? settings.observationNoise()
        : StrictMath.exp(learned[learned.length - 1]);
  }

  /** The model of a series' first rows; they may lie beyond its end. */
  public NonlinearModel model(int series, int rows) {
    return model(series, rows, search.at());
  }

  private NonlinearModel model(int series, int rows, float[] learned) {
    double[] times = data.source().times(series, rows);
    return system.equations().at(times, motion(learned), observation(learned));
  }

  /** The data that it belongs to. */
  public Dataset dataset() {
    return data;
  }

  /** What the numbers of the state are called. */
  public List<String> stateNames() {
    return dynamics.states();
  }

  /** Which filter is used. */
  public FilterKind filterKind() {
    return settings.filter();
  }

  /**
   * The filter over a series, with the same draws at every call.
   *
   * @param seen rows that are seen
   * @param unseen rows after them that are not; they may lie beyond the end
   * @throws IllegalArgumentException one sentence, when the filter loses the state
   */
  public Filtering filter(int series, int seen, int unseen) {
    Question question = new Question(series, seen, unseen);
    Filtering known = answers.get(question);
    if (known != null) return known;
    if (answers.size() == ANSWERS) answers.clear();
    Filtering found =
        answered(
            () ->
                filters.filter(
                    model(series, seen + unseen),
                    observations(series, seen, unseen),
                    randomness.at(series)));
    answers.put(question, found);
    return found;
  }

  private <T> T answered(Supplier<T> filter) {
    try {
      return filter.get();
    } catch (IllegalArgumentException e) {
      // What is wrong with which matrix is for the log.
      String step = String.valueOf(e.getMessage()).replaceFirst(":.*", "");
      throw new IllegalArgumentException(
          "%s of '%s' %s loses the state; choose another 'filter', or more 'motionNoise'."
              .formatted(step, data.source().name(), settings.filter()),
          e);
    }
  }

  /** Observed values {@code [T][m]} in the file's units; NaN where not observed. */
  private double[][] observations(int series, int seen, int unseen) {
    int[] channels = data.source().observedChannels();
    Series whole = data.source().series().get(series);
    double[][] x = new double[seen + unseen][channels.length];
    for (int t = 0; t < x.length; t++) {
      for (int d = 0; d < channels.length; d++) {
        x[t][d] = t < seen ? whole.values()[t][channels[d]] : Double.NaN;
      }
    }
    return x;
  }

  /** log p of the training part in nats, in the file's units. */
  private double logLikelihood(float[] learned) {
    SeriesSet set = data.source();
    double sum = 0;
    for (int s = 0; s < set.series().size(); s++) {
      int end = set.split().end(Part.TRAINING, s, set.series().get(s).length());
      if (end == 0) continue;
      sum += Arrays.stream(terms(s, end, learned)).sum();
    }
    return sum;
  }

  /** log p(xₜ|x₁:ₜ₋₁) of the first rows in nats, in the file's units; the clouds are not kept. */
  private double[] terms(int series, int rows, float[] learned) {
    Place place = new Place(series, rows, motion(learned), observation(learned));
    double[] known = terms.get(place);
    if (known != null) return known;
    double[] found =
        filters.logLikelihoods(
            model(series, rows, learned), observations(series, rows, 0), randomness.at(series));
    if (terms.size() >= PLACES * data.source().series().size()) terms.clear();
    terms.put(place, found);
    return found;
  }

  /** log p(xₜ|x₁:ₜ₋₁) of each row {@code [T]}, as {@link #inUnitsOfDeepModels}. */
  public double[] logLikelihoods(Filtering filter, int series) {
    return inUnitsOfDeepModels(filter.logLikelihoods(), series);
  }

  /**
   * Terms {@code [T]} in nats, counted in the units that a deep model of the same data sees, so
   * that both can be compared.
   */
  private double[] inUnitsOfDeepModels(double[] inFile, int series) {
    double[] terms = inFile.clone();
    int[] channels = data.source().observedChannels();
    double[][] values = data.source().series().get(series).values();
    for (int t = 0; t < Math.min(terms.length, values.length); t++) {
      for (int d = 0; d < channels.length; d++) {
        if (Double.isNaN(values[t][channels[d]])) continue;
        terms[t] += StrictMath.log(data.preparation().scale(d));
      }
    }
    return terms;
  }

  @Override
  public void step() {
    answers.clear();
    search.iterate();
  }

  @Override
  public boolean isConverged() {
    return search.isConverged();
  }

  @Override
  public double perStep(Part part) {
    return PerStep.of(
        data.source(),
        part,
        (s, rows) -> inUnitsOfDeepModels(answered(() -> terms(s, rows, search.at())), s));
  }

  @Override
  public double perStepError(Part part) {
    if (!settings.filter().isCloud()) return Double.NaN;
    return Math.sqrt(
        Spread.variance(k -> PerStep.of(data.source(), part, (s, rows) -> again(k, s, rows))));
  }

  /**
   * How much the log-likelihood of the first rows of a series changes from one cloud to another, as
   * a variance in nats²; NaN for filters without a cloud.
   */
  public double logLikelihoodVariance(int series, int rows) {
    if (!settings.filter().isCloud()) return Double.NaN;
    return Spread.variance(k -> Arrays.stream(again(k, series, rows)).sum());
  }

  /** Terms of other draws, of which nothing is kept. */
  private double[] again(int time, int series, int rows) {
    Randomness other = randomness.named("again").at(time).at(series);
    return answered(
        () -> filters.logLikelihoods(model(series, rows), observations(series, rows, 0), other));
  }

  /** Where the search stands: logarithms of deviations, and its step. */
  @Override
  public double[] state() {
    float[] state = search.state();
    double[] numbers = new double[state.length];
    for (int i = 0; i < numbers.length; i++) numbers[i] = state[i];
    return numbers;
  }

  @Override
  public void restore(double[] state) {
    FitState from = FitState.of(state);
    float[] numbers = new float[search.state().length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) from.next();
      if (Float.isFinite(numbers[i])) continue;
      throw new IllegalArgumentException(
          "The learned noise is %s; train it again from the series.".formatted(numbers[i]));
    }
    from.requireEnd();
    answers.clear();
    search.restore(numbers);
  }
}
