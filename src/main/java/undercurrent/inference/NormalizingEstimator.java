package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import undercurrent.math.Randomness;
import undercurrent.math.StandardNormal;
import undercurrent.model.Conditioning;
import undercurrent.model.linear.Emitted;
import undercurrent.model.linear.FilterResult;
import undercurrent.model.linear.KalmanSmoother;
import undercurrent.model.linear.KalmanStep;
import undercurrent.model.linear.Moments;
import undercurrent.model.linear.SmootherResult;
import undercurrent.model.normalizing.NormalizingFilter;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/**
 * Estimates with a normalizing Kalman filter: exact filter and smoother in the base space, mapped
 * through the flow. Not thread-safe.
 */
public final class NormalizingEstimator extends BandEstimator {
  private static final String METHOD = "exact, through the flow";

  private final NormalizingFilter model;
  private final Dataset data;
  private final Randomness randomness;

  public NormalizingEstimator(NormalizingFilter model, Dataset data, long seed) {
    this.model = model;
    this.data = data;
    this.randomness = Randomness.of(seed).named("estimate");
  }

  private Sequence sequence(int series) {
    return data.whole().get(series);
  }

  @Override
  public Findings findings() {
    return Findings.of(model.system(), data.source());
  }

  @Override
  public Online online(int series) {
    Sequence sequence = sequence(series);
    NormalizingFilter.InBase base = model.toBase(sequence, sequence.steps(), 0);
    FilterResult filter = model.filter(base);
    Moments filtered =
        Emitted.observations(filter.system(), filter.observations(), filter.filtered(), 0);
    return new Online(
        estimate(series, Conditioning.FILTERED, filter.filtered(), filtered, 0),
        estimate(series, Conditioning.PREDICTED, filter.predicted(), Emitted.predicted(filter), 0),
        Arrays.stream(logLikelihoods(model, sequence, sequence.steps())).sum());
  }

  /** Of the observation as it is in the base space. */
  @Override
  public Optional<RowTrace> trace(int series, int row, int place) {
    FilterResult filter = model.filter(model.toBase(sequence(series), row + 1, 0));
    return Optional.of(new RowTrace.Linear(KalmanStep.of(filter, row)));
  }

  /** log p(xₜ|x₁:ₜ₋₁) of the first rows of a series, in the model's units. */
  public static double[] logLikelihoods(NormalizingFilter model, Sequence sequence, int rows) {
    NormalizingFilter.InBase base = model.toBase(sequence, rows, 0);
    double[] terms = model.filter(base).logLikelihoods();
    for (int t = 0; t < terms.length; t++) terms[t] += base.logDerivatives()[t];
    return terms;
  }

  @Override
  public Estimate smoothed(int series) {
    Sequence sequence = sequence(series);
    FilterResult filter = model.filter(model.toBase(sequence, sequence.steps(), 0));
    SmootherResult smoother = KalmanSmoother.smooth(filter);
    Moments emitted = Emitted.smoothed(smoother);
    return estimate(series, Conditioning.SMOOTHED, smoother.smoothed(), emitted, 0);
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    FilterResult filter = model.filter(model.toBase(sequence(series), seen, horizon));
    Moments emitted = Emitted.predicted(filter);
    return estimate(series, Conditioning.FORECAST, filter.predicted(), emitted, seen);
  }

  /** Of the rows from {@code first} on, in the file's units. */
  private Estimate estimate(
      int series, Conditioning conditioning, Moments states, Moments emitted, int first) {
    int rows = states.steps() - first;
    int size = model.observationSize();
    double z = StandardNormal.quantile((1 + level()) / 2);
    Band latent = EstimateRows.band(rows, states.size());
    Band seen = Band.ofSample(rows, size);
    NumberRows crps = new NumberRows(rows, size);
    NumberRows pit = new NumberRows(rows, size);
    FlowPoints flow = FlowPoints.of(model, randomness);
    Points points = new Points(FlowPoints.COUNT);
    Sequence sequence = sequence(series);
    for (int i = 0; i < rows; i++) {
      int row = first + i;
      for (int j = 0; j < states.size(); j++) {
        latent.put(i, j, states.mean(row, j), z * states.standardDeviation(row, j));
      }
      double[][] mapped = flow.points(emitted, row);
      for (int d = 0; d < size; d++) {
        points.of(mapped[d]);
        double mean = Arrays.stream(mapped[d]).average().orElseThrow();
        points.into(seen, i, d, mean, level());
        int at = row * size + d;
        boolean isObserved = row < sequence.steps() && sequence.mask()[at] != 0;
        double value = isObserved ? sequence.values()[at] : Double.NaN;
        crps.set(i, d, isObserved ? points.crps(value) * data.preparation().scale(d) : Double.NaN);
        pit.set(i, d, isObserved ? points.pit(value, Points.share(row, d)) : Double.NaN);
      }
    }
    return new Estimate(
            series,
            conditioning,
            METHOD,
            level(),
            first,
            data.source().times(series, first, first + rows),
            seen.map((at, band) -> data.preparation().restore(series, first + at, band, false)),
            latent,
            new double[0][][],
            crps,
            dimensions(),
            Estimate.NO_REGIMES,
            List.of())
        .withPit(pit);
  }

  private List<LatentDimension> dimensions() {
    return IntStream.range(0, model.latentSize())
        .mapToObj(i -> LatentDimension.named(model.latentName(i)))
        .toList();
  }
}
