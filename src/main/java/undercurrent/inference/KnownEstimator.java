package undercurrent.inference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import undercurrent.model.Conditioning;
import undercurrent.model.known.Belief;
import undercurrent.model.known.Filtering;
import undercurrent.model.known.KnownModel;
import undercurrent.model.nonlinear.NonlinearModel;
import undercurrent.model.nonlinear.ParticleFiltering;
import undercurrent.series.Series;

/** Asks a model whose equations are known, through the filter that its settings name. */
public final class KnownEstimator implements Estimator {
  /** Estimates that are remembered, because figures, tables and scores ask for the same ones. */
  private static final int REMEMBERED = 32;

  private final KnownModel model;
  private final Map<Question, Estimate> answers;
  private double level = 0.9;

  /** What an estimate depends on. */
  private record Question(
      Conditioning conditioning,
      int series,
      int seen,
      int rows,
      double level,
      double motion,
      double observation) {}

  public KnownEstimator(KnownModel model) {
    this(model, new HashMap<>());
  }

  private KnownEstimator(KnownModel model, Map<Question, Estimate> answers) {
    this.model = model;
    this.answers = answers;
  }

  /** Another one, with the usual level, that remembers what this one was asked. */
  public KnownEstimator again() {
    return new KnownEstimator(model, answers);
  }

  @Override
  public Estimator level(double level) {
    this.level = Estimator.checkedLevel(level);
    return this;
  }

  @Override
  public double level() {
    return level;
  }

  /** How many particles there are is a setting of the model: other numbers were another answer. */
  @Override
  public Estimator paths(int paths) {
    return this;
  }

  @Override
  public Estimate filtered(int series) {
    return ofWhole(series, Conditioning.FILTERED, Filtering::filtered);
  }

  @Override
  public Estimate predicted(int series) {
    return ofWhole(series, Conditioning.PREDICTED, Filtering::predicted);
  }

  @Override
  public Online online(int series) {
    return new Online(
        filtered(series),
        predicted(series),
        Arrays.stream(model.logLikelihoods(whole(series), series)).sum());
  }

  @Override
  public Estimate smoothed(int series) {
    return ofWhole(series, Conditioning.SMOOTHED, Filtering::smoothed);
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    return asked(
        series,
        Conditioning.FORECAST,
        seen,
        seen + horizon,
        () -> model.filter(series, seen, horizon).predicted());
  }

  private Estimate ofWhole(
      int series, Conditioning conditioning, Function<Filtering, List<? extends Belief>> what) {
    int rows = series(series).length();
    return asked(series, conditioning, 0, rows, () -> what.apply(whole(series)));
  }

  private Estimate asked(
      int series,
      Conditioning conditioning,
      int first,
      int rows,
      Supplier<List<? extends Belief>> beliefs) {
    Question question =
        new Question(
            conditioning,
            series,
            first,
            rows,
            level,
            model.motionNoise(),
            model.observationNoise());
    Estimate known = answers.get(question);
    if (known != null) return known;
    if (answers.size() == REMEMBERED) answers.clear();
    Estimate found = estimate(series, conditioning, beliefs.get(), first);
    answers.put(question, found);
    return found;
  }

  @Override
  public Optional<KnownNoise> noise() {
    return Optional.of(new KnownNoise(model.motionNoise(), model.observationNoise()));
  }

  @Override
  public Optional<Degeneracy> degeneracy(int series) {
    return whole(series).particles().map(p -> degeneracy(series, p));
  }

  private Degeneracy degeneracy(int series, ParticleFiltering particles) {
    return new Degeneracy(
        series,
        particles.steps().getFirst().ancestors().length,
        model.dataset().source().series().get(series).times(),
        particles.effectiveSizes(),
        particles.resampled(),
        particles.survivors());
  }

  private Filtering whole(int series) {
    return model.filter(series, series(series).length(), 0);
  }

  private Series series(int series) {
    return model.dataset().source().series().get(series);
  }

  /** Of the rows from {@code first} on. */
  private Estimate estimate(
      int series, Conditioning conditioning, List<? extends Belief> beliefs, int first) {
    int rows = beliefs.size() - first;
    NonlinearModel equations = model.model(series, beliefs.size());
    int[] channels = model.dataset().source().observedChannels();
    BeliefRows collected = new BeliefRows(rows, equations.prior().size(), channels.length, level);
    double[][] values = series(series).values();
    for (int t = first; t < beliefs.size(); t++) {
      double[] x = new double[channels.length];
      for (int d = 0; d < x.length; d++) {
        x[d] = t < values.length ? values[t][channels[d]] : Double.NaN;
      }
      collected.set(t - first, beliefs.get(t), equations.emission(t), x);
    }
    return new Estimate(
        series,
        conditioning,
        method(),
        level,
        first,
        Arrays.copyOfRange(series(series).times(beliefs.size()), first, beliefs.size()),
        collected.observation(),
        collected.latent(),
        new double[0][][],
        collected.crps(),
        model.stateNames());
  }

  private String method() {
    return switch (model.filterKind()) {
      case EKF -> "extended Kalman filter";
      case UKF -> "unscented Kalman filter";
      case CUBATURE -> "cubature Kalman filter";
      case ENSEMBLE -> "ensemble Kalman filter";
      case BOOTSTRAP -> "bootstrap particle filter";
      case GUIDED -> "guided particle filter";
    };
  }
}
