package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.model.Conditioning;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.known.Belief;
import undercurrent.model.known.Filtering;
import undercurrent.model.known.KnownModel;
import undercurrent.model.nonlinear.NonlinearModel;
import undercurrent.model.nonlinear.ParticleFiltering;
import undercurrent.series.Series;

/**
 * Estimates with a model whose equations are known, through the filter that its settings name, with
 * as many particles as they give: another number would change the estimates.
 */
public final class KnownEstimator extends BandEstimator {
  private final KnownModel model;

  public KnownEstimator(KnownModel model) {
    this.model = model;
  }

  @Override
  public Estimate filtered(int series) {
    return estimate(series, Conditioning.FILTERED, whole(series).filtered(), 0);
  }

  @Override
  public Estimate predicted(int series) {
    return estimate(series, Conditioning.PREDICTED, whole(series).predicted(), 0);
  }

  @Override
  public Online online(int series) {
    Filtering filter = whole(series);
    return new Online(
        estimate(series, Conditioning.FILTERED, filter.filtered(), 0),
        estimate(series, Conditioning.PREDICTED, filter.predicted(), 0),
        Arrays.stream(model.logLikelihoods(filter, series)).sum());
  }

  @Override
  public Estimate smoothed(int series) {
    return estimate(series, Conditioning.SMOOTHED, whole(series).smoothed(), 0);
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    List<? extends Belief> predicted = model.filter(series, seen, horizon).predicted();
    return estimate(series, Conditioning.FORECAST, predicted, seen);
  }

  @Override
  public Optional<KnownNoise> noise() {
    return Optional.of(new KnownNoise(model.motionNoise(), model.observationNoise()));
  }

  @Override
  public Optional<SystemParameters> parameters() {
    return SystemParameters.of(model.parameters());
  }

  @Override
  public Optional<Degeneracy> degeneracy(int series) {
    return whole(series).particles().map(p -> degeneracy(series, p));
  }

  @Override
  public Optional<RowTrace> trace(int series, int row, int place) {
    Optional<ParticleFiltering> particles = whole(series).particles();
    return particles.isPresent()
        ? Optional.of(weighed(particles.get(), row))
        : super.trace(series, row, place);
  }

  @Override
  public Optional<TransitionField> field(Estimate estimate) {
    NonlinearModel equations = model.model(estimate.series(), 2);
    if (equations.prior().size() != 2) return Optional.empty();
    ConditionalGaussian transition = equations.transition(1);
    return TransitionField.of(
        TransitionMap.each(state -> transition.mean(state).clone()), estimate);
  }

  private static RowTrace weighed(ParticleFiltering particles, int row) {
    ParticleFiltering.Step step = particles.steps().get(row);
    PointCloud cloud = step.filtered();
    double[][] states = new double[cloud.size()][];
    double[] equal = new double[cloud.size()];
    Arrays.fill(equal, 1.0 / cloud.size());
    for (int i = 0; i < states.length; i++) states[i] = cloud.point(i);
    boolean resampled = particles.resampled()[row];
    double[] before =
        row == 0 || resampled ? equal : particles.steps().get(row - 1).filtered().weights();
    return new RowTrace.Weighed(
        resampled, states, before.clone(), cloud.weights().clone(), step.logLikelihood());
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

  @Override
  public double logLikelihoodVariance(int series, int rows) {
    return model.logLikelihoodVariance(series, rows);
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
    FilteredRows collected =
        new FilteredRows(rows, equations.prior().size(), channels.length, level());
    Series source = series(series);
    for (int t = first; t < beliefs.size(); t++) {
      double[] x = new double[channels.length];
      for (int d = 0; d < x.length; d++) {
        x[d] = t < source.length() ? source.value(t, channels[d]) : Double.NaN;
      }
      collected.set(t - first, beliefs.get(t), equations.emission(t), x);
    }
    return new Estimate(
            series,
            conditioning,
            method(),
            level(),
            first,
            model.dataset().source().times(series, first, beliefs.size()),
            collected.observation(),
            collected.latent(),
            new double[0][][],
            collected.crps(),
            dimensions(),
            Estimate.NO_REGIMES,
            List.of())
        .withPit(collected.pit());
  }

  private List<LatentDimension> dimensions() {
    return model.stateNames().stream()
        .map(model.isTyped() ? LatentDimension::typed : LatentDimension::named)
        .toList();
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
