package undercurrent.model.known;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import undercurrent.math.Randomness;
import undercurrent.math.Spread;
import undercurrent.model.Fit;
import undercurrent.model.FitState;
import undercurrent.model.ModelWords;
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
  private final FilterSettings settings;
  private final KnownSystem system;
  private final Filters filters;
  private final Randomness randomness;
  private final LearnedNumbers learned;
  private final NoiseSearch search;
  private final Map<Question, Filtering> answers = new HashMap<>();

  /** Log-likelihoods of so many places of the search are remembered. */
  private static final int PLACES = 8;

  private final Map<Place, double[]> terms = new HashMap<>();

  /** What a filter was run on; its result is kept until the noise changes. */
  private record Question(int series, int seen, int unseen) {}

  /** Rows of a series with some learned numbers. */
  private record Place(int series, int rows, List<Float> learned) {}

  private KnownModel(
      KnownDynamics dynamics,
      FilterSettings settings,
      UnaryOperator<KnownSystem> start,
      Dataset data,
      long seed) {
    this.data = data;
    this.dynamics = dynamics;
    this.settings = settings;
    dynamics.requireFit(data.source());
    system = start.apply(dynamics.system().apply(data.source()));
    for (Series series : data.source().series()) {
      Substeps.check(series.name(), series.times(), system.equations().interval());
    }
    filters = new Filters(settings.filter(), settings.particles());
    randomness = Randomness.of(seed).named("known");
    learned = new LearnedNumbers(system, settings);
    search = new NoiseSearch(this::logLikelihood, learned.start(), learned.reach());
  }

  /**
   * As it is before anything was learned.
   *
   * @throws IllegalArgumentException one sentence, when the kind does not fit the data
   */
  public static KnownModel of(
      KnownDynamics dynamics, KnownSettings settings, Dataset data, long seed) {
    double deviation = settings.startDeviation();
    UnaryOperator<KnownSystem> start =
        usual -> deviation == 0 ? usual : usual.startingAt(settings.startMean(), deviation);
    return new KnownModel(dynamics, settings.filtering(), start, data, seed);
  }

  /** The same of equations that say where they start. */
  public static KnownModel of(
      KnownDynamics dynamics, FilterSettings settings, Dataset data, long seed) {
    return new KnownModel(dynamics, settings, UnaryOperator.identity(), data, seed);
  }

  /** Deviation of the motion's noise: given, or learned so far. */
  public double motionNoise() {
    return learned.motion(search.at());
  }

  /** Deviation of the observation's noise: given, or learned so far. */
  public double observationNoise() {
    return learned.observation(search.at());
  }

  /** Parameters of the equations, as they are learned so far, by name. */
  public Map<String, Double> parameters() {
    Map<String, Double> named = new LinkedHashMap<>();
    double[] values = learned.parameters(search.at());
    for (int i = 0; i < values.length; i++) named.put(dynamics.parameters().get(i), values[i]);
    return named;
  }

  /** The model of a series' first rows; they may lie beyond its end. */
  public NonlinearModel model(int series, int rows) {
    return model(series, rows, search.at());
  }

  private NonlinearModel model(int series, int rows, float[] at) {
    return system
        .equations()
        .with(learned.parameters(at))
        .at(
            data.source().times(series, rows),
            inputs(series, rows),
            learned.motion(at),
            learned.observation(at));
  }

  /** The inputs of the first rows of a series; beyond its end they stay as they were there. */
  private double[][] inputs(int series, int rows) {
    int[] channels = data.source().inputChannels();
    Series source = data.source().series().get(series);
    double[][] inputs = new double[rows][channels.length];
    for (int t = 0; t < rows; t++) {
      int row = Math.min(t, source.length() - 1);
      for (int j = 0; j < channels.length; j++) inputs[t][j] = source.value(row, channels[j]);
    }
    return inputs;
  }

  /** The data that it belongs to. */
  public Dataset dataset() {
    return data;
  }

  /** What the numbers of the state are called. */
  public List<String> stateNames() {
    return dynamics.states();
  }

  /** Whether a person typed the equations, and with them the names of states and parameters. */
  public boolean isTyped() {
    return dynamics.isTyped();
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
          ModelWords.of("knownModel.lost", step, data.source().name(), settings.filter()), e);
    }
  }

  /** Observed values {@code [T][m]} in the file's units; NaN where not observed. */
  private double[][] observations(int series, int seen, int unseen) {
    int[] channels = data.source().observedChannels();
    Series whole = data.source().series().get(series);
    double[][] x = new double[seen + unseen][channels.length];
    for (int t = 0; t < x.length; t++) {
      for (int d = 0; d < channels.length; d++) {
        x[t][d] = t < seen ? whole.value(t, channels[d]) : Double.NaN;
      }
    }
    return x;
  }

  /** log p of the training part in nats, in the file's units. */
  private double logLikelihood(float[] at) {
    SeriesSet set = data.source();
    double sum = 0;
    for (int s = 0; s < set.series().size(); s++) {
      int end = set.split().end(Part.TRAINING, s, set.series().get(s).length());
      if (end == 0) continue;
      sum += Arrays.stream(terms(s, end, at)).sum();
    }
    return sum;
  }

  /** log p(xₜ|x₁:ₜ₋₁) of the first rows in nats, in the file's units; the clouds are not kept. */
  private double[] terms(int series, int rows, float[] at) {
    List<Float> numbers = new ArrayList<>();
    for (float number : at) numbers.add(number);
    Place place = new Place(series, rows, numbers);
    double[] known = terms.get(place);
    if (known != null) return known;
    double[] found =
        filters.logLikelihoods(
            model(series, rows, at), observations(series, rows, 0), randomness.at(series));
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
    Series source = data.source().series().get(series);
    for (int t = 0; t < Math.min(terms.length, source.length()); t++) {
      for (int d = 0; d < channels.length; d++) {
        if (Double.isNaN(source.value(t, channels[d]))) continue;
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
      throw new IllegalArgumentException(ModelWords.of("knownModel.fit", numbers[i]));
    }
    from.requireEnd();
    answers.clear();
    search.restore(numbers);
  }
}
