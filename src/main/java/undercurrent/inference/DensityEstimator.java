package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.math.StandardNormal;
import undercurrent.math.Tape;
import undercurrent.model.Conditioning;
import undercurrent.model.density.DensityDraws;
import undercurrent.model.density.DensityModel;
import undercurrent.model.density.DensityObjective;
import undercurrent.series.Dataset;
import undercurrent.series.Geo;
import undercurrent.series.Sequence;
import undercurrent.series.SeriesSet;

/**
 * Estimates with a density of rows by themselves: whatever was seen before, a row is distributed as
 * at its hour of the week. Its latent state is the row in the base space, of which nothing is
 * known. Not thread-safe.
 */
public final class DensityEstimator extends BandEstimator {
  private static final int POINTS = 400;
  private static final String METHOD = "density";
  private final DensityModel model;
  private final SeriesSet set;
  private final Tracks tracks;
  private final DensityDraws draws;
  private final Points points = new Points(POINTS);

  public DensityEstimator(DensityModel model, long seed) {
    this.model = model;
    this.set = model.set();
    this.tracks = new Tracks(set);
    draws = new DensityDraws(model, POINTS, Randomness.of(seed).named("estimate"));
  }

  /** log p(x|h) of each of the first rows of a series, 0 where a row is not whole. */
  public static double[] logDensities(DensityModel model, Dataset data, int series, int rows) {
    Sequence whole = data.whole().get(series);
    Sequence first =
        new Sequence(
            series,
            0,
            rows,
            Arrays.copyOf(whole.values(), rows * model.observationSize()),
            Arrays.copyOf(whole.mask(), rows * model.observationSize()));
    DensityObjective objective = model.record(new Tape(model.parameters(), false), rows, 1);
    objective.clear();
    objective.put(0, first);
    objective.forward();
    double[] terms = new double[rows];
    for (int t = 0; t < rows; t++) {
      if (model.rows().isWhole(series, t)) terms[t] = objective.logDensities().get(t, 0);
    }
    return terms;
  }

  @Override
  public Online online(int series) {
    int rows = length(series);
    Estimate predicted = estimate(series, Conditioning.PREDICTED, 0, rows);
    return new Online(estimate(series, Conditioning.FILTERED, 0, rows), predicted, Double.NaN);
  }

  @Override
  public Estimate smoothed(int series) {
    return estimate(series, Conditioning.SMOOTHED, 0, length(series));
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    return estimate(series, Conditioning.FORECAST, seen, horizon);
  }

  @Override
  public Optional<DensityMaps> density() {
    return Optional.of(DensityMaps.of(model));
  }

  @Override
  public Optional<DensityMaps> densityWeek() {
    return model.isConditional() ? Optional.of(DensityMaps.week(model)) : Optional.empty();
  }

  /** What a row is does not depend on whether it was seen. */
  @Override
  public boolean isNoisy(int place) {
    return false;
  }

  private int length(int series) {
    return set.series().get(series).length();
  }

  private Estimate estimate(int series, Conditioning conditioning, int first, int rows) {
    int size = model.observationSize();
    Band seen = Band.ofSample(rows, size);
    Band latent = Band.ofSample(rows, size);
    NumberRows crps = new NumberRows(rows, size);
    NumberRows pit = new NumberRows(rows, size);
    double reach = StandardNormal.quantile((1 + level()) / 2);
    Progress progress = Progress.current();
    for (int i = 0; i < rows; i++) {
      progress.at(i, rows);
      double[][] drawn = draws.at(model.hour(series, first + i));
      double[] observed = observed(series, first + i);
      for (int d = 0; d < size; d++) {
        points.of(drawn[d]);
        double mean = Arrays.stream(drawn[d]).average().orElseThrow();
        points.into(seen, i, d, mean, level());
        latent.lower().set(i, d, -reach);
        latent.upper().set(i, d, reach);
        points.of(errors(drawn, observed, d));
        boolean isObserved = !Double.isNaN(observed[d]);
        crps.set(i, d, isObserved ? points.crps(0) : Double.NaN);
        pit.set(i, d, isObserved ? points.pit(0, Points.share(first + i, d)) : Double.NaN);
      }
    }
    return new Estimate(
            series,
            conditioning,
            METHOD,
            level(),
            first,
            set.times(series, first, first + rows),
            seen,
            latent,
            new double[0][][],
            crps,
            IntStream.rangeClosed(1, size).mapToObj(d -> LatentDimension.named("u" + d)).toList(),
            Estimate.NO_REGIMES,
            List.of())
        .withPit(pit);
  }

  /** Of the drawn points, of a track in metres in the tangent plane at what was observed. */
  private double[] errors(double[][] drawn, double[] observed, int d) {
    double[] errors = new double[POINTS];
    boolean isPlace = d == tracks.latitude() || d == tracks.longitude();
    for (int k = 0; k < POINTS; k++) {
      if (!isPlace) {
        errors[k] = drawn[d][k] - observed[d];
        continue;
      }
      double[] step =
          Geo.step(
              observed[tracks.latitude()],
              observed[tracks.longitude()],
              drawn[tracks.latitude()][k],
              drawn[tracks.longitude()][k]);
      errors[k] = d == tracks.longitude() ? step[0] : step[1];
    }
    return errors;
  }

  private double[] observed(int series, int row) {
    int[] channels = set.observedChannels();
    double[] observed = new double[channels.length];
    Arrays.fill(observed, Double.NaN);
    if (row >= length(series)) return observed;
    double[] values = set.series().get(series).row(row);
    for (int d = 0; d < observed.length; d++) observed[d] = values[channels[d]];
    return observed;
  }
}
