package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.math.StandardNormal;
import undercurrent.model.Conditioning;
import undercurrent.model.recurrent.RecurrentUnit;
import undercurrent.model.recurrent.UnitBelief;
import undercurrent.model.recurrent.UnitPass;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/**
 * Estimates with a continuous recurrent unit: its own filter, which nothing is drawn for. It does
 * not smooth. Not thread-safe.
 */
public final class UnitEstimator extends BandEstimator {
  private static final String METHOD = "filter of the recurrent unit";

  private final RecurrentUnit model;
  private final Dataset data;

  public UnitEstimator(RecurrentUnit model, Dataset data) {
    this.model = model;
    this.data = data;
  }

  @Override
  public Online online(int series) {
    Sequence sequence = data.whole().get(series);
    UnitPass.Beliefs beliefs = UnitPass.over(model, sequence);
    double[] terms = beliefs.logLikelihoods(sequence, sequence.steps());
    return new Online(
        estimate(series, Conditioning.FILTERED, beliefs.filtered(), 0, List.of()),
        estimate(series, Conditioning.PREDICTED, beliefs.predicted(), 0, List.of()),
        Arrays.stream(terms).sum());
  }

  @Override
  public boolean smooths() {
    return false;
  }

  /** The filtered estimate, with a note that says so: no row has seen the rows after it. */
  @Override
  public Estimate smoothed(int series) {
    UnitBelief filtered = UnitPass.over(model, data.whole().get(series)).filtered();
    return estimate(
        series, Conditioning.FILTERED, filtered, 0, List.of(Words.of("unit.smoothing")));
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    UnitBelief predicted = UnitPass.over(model, upTo(series, seen, horizon)).predicted();
    return estimate(series, Conditioning.FORECAST, predicted, seen, List.of());
  }

  /** The first rows of a series, and after them rows of which nothing was observed. */
  private Sequence upTo(int series, int seen, int horizon) {
    Sequence whole = data.whole().get(series);
    int size = model.observationSize();
    int steps = seen + horizon;
    double[] times = data.source().times(series, steps);
    float[] gaps = new float[steps];
    for (int t = 1; t < steps; t++) gaps[t] = (float) (times[t] - times[t - 1]);
    return new Sequence(
        series,
        0,
        steps,
        Arrays.copyOf(Arrays.copyOf(whole.values(), seen * size), steps * size),
        Arrays.copyOf(Arrays.copyOf(whole.mask(), seen * size), steps * size),
        new float[0],
        gaps,
        whole.shape());
  }

  /** Of the rows from {@code first} on, in the file's units. */
  private Estimate estimate(
      int series, Conditioning conditioning, UnitBelief belief, int first, List<String> notes) {
    int rows = belief.steps() - first;
    int size = model.observationSize();
    double z = StandardNormal.quantile((1 + level()) / 2);
    Band latent = EstimateRows.band(rows, model.latentSize());
    Band seen = EstimateRows.band(rows, size);
    NumberRows crps = new NumberRows(rows, size);
    NumberRows pit = new NumberRows(rows, size);
    Sequence sequence = data.whole().get(series);
    for (int i = 0; i < rows; i++) {
      int row = first + i;
      put(latent, i, belief.mean()[row], belief.deviation()[row], z);
      double[] mean = belief.observedMean()[row];
      double[] sd = belief.observedDeviation()[row];
      put(seen, i, mean, sd, z);
      for (int d = 0; d < size; d++) {
        int at = row * size + d;
        boolean isObserved = row < sequence.steps() && sequence.mask()[at] != 0;
        double x = isObserved ? sequence.values()[at] : Double.NaN;
        crps.set(i, d, Crps.normal(mean[d], sd[d], x) * data.preparation().scale(d));
        pit.set(i, d, isObserved ? StandardNormal.cumulative((x - mean[d]) / sd[d]) : Double.NaN);
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
            notes)
        .withPit(pit);
  }

  private static void put(Band band, int i, double[] mean, double[] deviation, double z) {
    for (int j = 0; j < mean.length; j++) {
      band.put(i, j, mean[j], z * deviation[j]);
    }
  }

  private List<LatentDimension> dimensions() {
    int pairs = model.latentSize() / 2;
    return IntStream.range(0, 2 * pairs)
        .mapToObj(i -> i < pairs ? "y" + (i + 1) : "memory " + (i - pairs + 1))
        .map(LatentDimension::named)
        .toList();
  }
}
