package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.Fit;
import undercurrent.model.ModelSettings;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanFilter;
import undercurrent.model.linear.Learner;
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
import undercurrent.series.Sequence;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/**
 * A linear-Gaussian model of a data set. It sees the rows as the deep models do, standardised on
 * the training part, after a transform if one is asked for; unlike them it sees a series whole, not
 * in windows. Not thread-safe.
 */
public final class ExactModel implements Fit, LinearPosterior {
  private static final int LONG_SEASON = 24;
  private static final int WAVES = 4;
  private final Dataset original;
  private final Dataset data;
  private final Transforms transforms;
  private final SystemKind kind;

  private ExactModel(Dataset original, ModelSettings settings, long seed) {
    SeriesSet set = original.source();
    this.original = original;
    transforms = Transforms.of(set, settings.transform(), settings.season());
    data = transforms.isIdentity() ? original : Dataset.of(transforms.forward(), 0);
    List<SystemKind.Learned> training = new ArrayList<>();
    for (int s = 0; s < set.series().size(); s++) {
      Series series = set.series().get(s);
      int end = set.split().end(Part.TRAINING, s, series.length());
      if (end == 0) continue;
      training.add(
          new SystemKind.Learned(Arrays.copyOf(series.times(), end), observations(s, end, 0)));
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

  private SystemKind kind(
      ModelSettings settings, List<SystemKind.Learned> training, Randomness randomness) {
    int channels = data.observationSize();
    if (data.source().isTrack()) {
      throw new IllegalArgumentException(
          "'%s' is a track, whose positions no linear model on steps foresees; set 'kind' to DEEP_MARKOV, or give its columns another kind."
              .formatted(data.source().name()));
    }
    if (settings.kind() != ModelSettings.ModelKind.LINEAR && channels != 1) {
      throw new IllegalArgumentException(
          "'%s' has %d observed channels and a %s model explains one; set 'kind' to LINEAR, or give one column the use 'observed'."
              .formatted(data.source().name(), channels, settings.kind()));
    }
    return switch (settings.kind()) {
      case LINEAR -> new AnySystem(settings.latentSize(), channels, training, randomness);
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
      case MATERN -> new KernelSystem(training);
      case DEEP_MARKOV, SWITCHING, OKF ->
          throw new IllegalArgumentException("This kind is not exact.");
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

  @Override
  public void step() {
    learner().step();
  }

  @Override
  public boolean isConverged() {
    return learner().status() == Learner.Status.CONVERGED;
  }

  @Override
  public Dataset dataset() {
    return original;
  }

  /** A value in the model's units; NaN where missing. */
  private double value(int series, int row, int place) {
    Sequence whole = data.whole().get(series);
    int at = row * data.observationSize() + place;
    return whole.mask()[at] == 0 ? Double.NaN : whole.values()[at];
  }

  /** The first rows of a series, and rows after them of which nothing is seen. */
  private Observations observations(int series, int seen, int unseen) {
    int size = data.observationSize();
    double[] values = new double[(seen + unseen) * size];
    Arrays.fill(values, Double.NaN);
    for (int t = 0; t < seen; t++) {
      for (int d = 0; d < size; d++) values[t * size + d] = value(series, t, d);
    }
    return Observations.ofFlat(size, values);
  }

  @Override
  public FilterResult filter(int series, int seen, int unseen) {
    double[] times = times(series, seen + unseen);
    return KalmanFilter.filter(kind.system(times), observations(series, seen, unseen));
  }

  /** A value that only fixes a diffuse start counts by its limit. */
  @Override
  public double[] logLikelihoods(FilterResult filter, int series) {
    double[] terms = filter.logLikelihoods();
    if (transforms.isIdentity()) return terms;
    int[] channels = original.source().observedChannels();
    double[][] rows = original.source().series().get(series).values();
    double[] scale = new double[channels.length];
    for (int d = 0; d < scale.length; d++) {
      scale[d] = Math.log(original.preparation().scale(d)) - Math.log(data.preparation().scale(d));
    }
    for (int t = 0; t < Math.min(terms.length, rows.length); t++) {
      for (int d = 0; d < scale.length; d++) {
        double x = rows[t][channels[d]];
        if (Double.isNaN(filter.observations().value(t, d))) continue;
        terms[t] += scale[d] + transforms.logJacobian(d, x);
      }
    }
    return terms;
  }

  @Override
  public double[][] restore(int series, int from, double[][] rows) {
    double[][] restored = data.preparation().restore(series, from, rows, false);
    transforms.inverse(restored);
    return restored;
  }

  /** log p per time step of the rows of a part, each given all rows before it; NaN without any. */
  @Override
  public double perStep(Part part) {
    double sum = 0;
    long steps = 0;
    SeriesSet set = original.source();
    for (int s = 0; s < set.series().size(); s++) {
      int length = set.series().get(s).length();
      int to = set.split().end(part, s, length);
      int from = set.split().start(part, s, length);
      if (to <= from) continue;
      double[] terms = logLikelihoods(filter(s, to, 0), s);
      for (int t = from; t < to; t++) sum += terms[t];
      steps += to - from;
    }
    return steps == 0 ? Double.NaN : sum / steps;
  }
}
