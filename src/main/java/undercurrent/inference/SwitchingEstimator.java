package undercurrent.inference;

import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.math.Spread;
import undercurrent.model.Conditioning;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.MomentRule.Moments;
import undercurrent.model.switching.InteractingFilter;
import undercurrent.model.switching.RaoBlackwellFilter;
import undercurrent.model.switching.RegimeEstimate;
import undercurrent.model.switching.RegimeFilter;
import undercurrent.model.switching.RegimeFiltering;
import undercurrent.model.switching.SwitchingFit;
import undercurrent.model.switching.SwitchingModel;
import undercurrent.series.Dataset;

/**
 * Estimates with a switching linear model. A belief has one Gaussian a regime; bands and scores are
 * those of their mixture. Smoothing is by expectation correction whatever the filter. Not
 * thread-safe.
 */
public final class SwitchingEstimator extends BandEstimator {
  /** More particles take longer and change little: each carries a whole Gaussian. */
  private static final int MOST_PARTICLES = 200;

  private final SwitchingFit fit;
  private final Dataset data;
  private final RegimeFilter filter;
  private final Randomness randomness;
  private int particles = MOST_PARTICLES;

  public SwitchingEstimator(SwitchingFit fit, RegimeFilter filter, long seed) {
    this.fit = fit;
    this.data = fit.dataset();
    this.filter = filter;
    this.randomness = Randomness.of(seed).named("estimate");
  }

  @Override
  public Estimator paths(int paths) {
    particles = Math.min(paths, MOST_PARTICLES);
    return this;
  }

  @Override
  public Findings findings() {
    return Findings.of(fit);
  }

  @Override
  public Online online(int series) {
    RegimeFiltering run = run(series, length(series), 0);
    return new Online(
        estimate(series, Conditioning.FILTERED, run.filtered(), 0),
        estimate(series, Conditioning.PREDICTED, run.predicted(), 0),
        run.logLikelihood());
  }

  @Override
  public Estimate smoothed(int series) {
    List<RegimeEstimate> smoothed = run(series, length(series), 0).smoothed();
    return estimate(series, Conditioning.SMOOTHED, smoothed, 0);
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    List<RegimeEstimate> ahead = run(series, seen, horizon).predicted();
    return estimate(series, Conditioning.FORECAST, ahead, seen);
  }

  @Override
  public double logLikelihoodVariance(int series, int rows) {
    if (filter == RegimeFilter.INTERACTING) return Double.NaN;
    double[][] x = fit.rows(series, rows, 0);
    Randomness again = randomness.named("again");
    return Spread.variance(
        k ->
            new RaoBlackwellFilter(particles)
                .filter(fit.model(), x, again.at(k).at(series))
                .logLikelihood());
  }

  private int length(int series) {
    return data.source().series().get(series).length();
  }

  private RegimeFiltering run(int series, int seen, int unseen) {
    double[][] x = fit.rows(series, seen, unseen);
    return switch (filter) {
      case INTERACTING -> InteractingFilter.filter(fit.model(), x);
      case RAO_BLACKWELLISED ->
          new RaoBlackwellFilter(particles).filter(fit.model(), x, randomness.at(series));
    };
  }

  private String method(Conditioning conditioning) {
    if (conditioning == Conditioning.SMOOTHED) return "expectation correction";
    return switch (filter) {
      case INTERACTING -> "interacting filter";
      case RAO_BLACKWELLISED -> "Rao-Blackwellised particles";
    };
  }

  /** Of the rows from {@code first} on. */
  private Estimate estimate(
      int series, Conditioning conditioning, List<RegimeEstimate> beliefs, int first) {
    SwitchingModel model = fit.model();
    int rows = beliefs.size() - first;
    int size = data.observationSize();
    Band latent = Band.ofSample(rows, beliefs.getFirst().states().getFirst().size());
    Band seen = Band.ofSample(rows, size);
    NumberRows crps = new NumberRows(rows, size);
    double[][] regimes = new double[rows][];
    double[][] values = fit.rows(series, Math.min(beliefs.size(), length(series)), 0);
    for (int i = 0; i < rows; i++) {
      int row = first + i;
      RegimeEstimate belief = beliefs.get(row);
      regimes[i] = belief.probabilities();
      for (int d = 0; d < latent.size(); d++) set(latent, i, d, state(belief, d));
      for (int d = 0; d < size; d++) {
        NormalMixture emitted = emitted(model, row, belief, d);
        set(seen, i, d, emitted);
        double value = row < values.length ? values[row][d] : Double.NaN;
        crps.set(i, d, emitted.crps(value) * data.preparation().scale(d));
      }
    }
    return new Estimate(
        series,
        conditioning,
        method(conditioning),
        level(),
        first,
        data.source().times(series, first, first + rows),
        seen.map((at, band) -> data.preparation().restore(series, first + at, band, false)),
        latent,
        new double[0][][],
        crps,
        List.of(),
        regimes,
        List.of());
  }

  private void set(Band band, int row, int place, NormalMixture mixture) {
    band.mean().set(row, place, mixture.mean());
    band.lower().set(row, place, mixture.quantile((1 - level()) / 2));
    band.upper().set(row, place, mixture.quantile((1 + level()) / 2));
    band.median().set(row, place, mixture.quantile(0.5));
  }

  private static NormalMixture state(RegimeEstimate belief, int place) {
    double[] means = belief.states().stream().mapToDouble(g -> g.mean(place)).toArray();
    double[] deviations =
        belief.states().stream().mapToDouble(g -> deviation(g.variance(place))).toArray();
    return new NormalMixture(belief.probabilities(), means, deviations);
  }

  private static NormalMixture emitted(
      SwitchingModel model, int row, RegimeEstimate belief, int place) {
    double[] means = new double[model.size()];
    double[] deviations = new double[model.size()];
    for (int k = 0; k < means.length; k++) {
      Gaussian state = belief.states().get(k);
      Moments moments = model.emitted(k, row, state);
      means[k] = moments.mean()[place];
      deviations[k] = deviation(moments.covariance().at(place, place));
    }
    return new NormalMixture(belief.probabilities(), means, deviations);
  }

  private static double deviation(double variance) {
    return Math.sqrt(Math.max(0, variance));
  }
}
