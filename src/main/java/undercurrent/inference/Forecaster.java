package undercurrent.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.Conditioning;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
import undercurrent.series.Dataset;
import undercurrent.series.Geo;
import undercurrent.series.Series;
import undercurrent.series.Support;

/** Runs the generative half on beyond what was seen, path by path. */
final class Forecaster {
  private static final int SHOWN_PATHS = 24;

  /** Of so many paths energy scores are: their cost grows with the square. */
  private static final int ENERGY_PATHS = 100;

  private final int size;
  private final int latentSize;
  private final Dataset data;
  private final double level;
  private final Rollout rollout;
  private final int paths;
  private final Tracks tracks;
  private final LearnedRange range;
  private final boolean isBinary;

  /**
   * @param size D
   * @param latentSize of the leading numbers of a state so many are shown
   */
  Forecaster(
      int size, int latentSize, Dataset data, double level, Rollout rollout, LearnedRange range) {
    this.size = size;
    this.latentSize = latentSize;
    this.data = data;
    this.level = level;
    this.rollout = rollout;
    this.range = range;
    this.paths = rollout.rows();
    this.tracks = new Tracks(data.source());
    isBinary = Support.of(data.source()) == Support.BINARY;
  }

  /**
   * A forecast from states at the last row that was seen.
   *
   * @param last {@code [paths·stateSize]}, equally likely; ignored when nothing was seen
   */
  Estimate forecast(int series, int seen, int horizon, float[] last, Randomness randomness) {
    float[] noise = new float[paths * rollout.latentSize()];
    float[] state = last.clone();
    Feed feed = new Feed(rollout, data, series, seen);
    Band latent = Band.ofSample(horizon, latentSize);
    Divergence divergence = new Divergence(paths, range);
    double[][] mean = new double[horizon][size];
    double[][][] drawn = {};
    double[][][] sampled = new double[isBinary ? shown() : 0][horizon][size];
    @Nullable ForecastMoments moments = null;
    double[] normals = new double[size];
    Points points = new Points(paths).weighted(equal(paths));
    Scoring scoring = Scoring.NUMERIC;
    Progress progress = Progress.current();
    for (int h = 0; h < horizon; h++) {
      progress.at(h, horizon);
      Randomness random = randomness.at(h);
      random.normals(noise, 0, noise.length);
      feed.move(noise, state);
      for (int i = 0; i < latentSize; i++) {
        points.of(state, null, rollout.stateSize(), i);
        double sum = 0;
        for (int p = 0; p < paths; p++) sum += state[p * rollout.stateSize() + i];
        points.into(latent, h, i, sum / paths, level);
      }
      EmittedRows emitted = rollout.emit(state);
      scoring = Scoring.of(isBinary, emitted);
      if (h == 0) {
        // Of many channels there is no room for all paths.
        boolean isWide = WideSeries.is(size) && !tracks.present() && scoring != Scoring.CATEGORICAL;
        drawn = new double[isWide ? shown() : paths][horizon][size];
        if (isWide) moments = new ForecastMoments(horizon, size, paths, level, isBinary);
      }
      divergence.look(h + 1, state, emitted.mean());
      for (int p = 0; p < paths; p++) {
        for (int d = 0; d < size; d++) mean[h][d] += emitted.mean()[p * size + d] / paths;
        if (p >= drawn.length && !rollout.readsObservations()) continue;
        for (int d = 0; d < size; d++) normals[d] = random.normal();
        if (p < drawn.length) emitted.shown(p, normals, drawn[p][h]);
        // Of binary channels what is shown is a probability; a sample path has what was drawn.
        if (isBinary && p < SHOWN_PATHS) emitted.draw(p, normals, sampled[p][h]);
        feed.draw(emitted, p, normals);
      }
      if (moments != null) moments.set(h, emitted);
    }
    List<String> notes = new ArrayList<>(divergence.notes(name(series)));
    if (rollout.readsInputs() && seen + horizon > data.whole().get(series).steps()) {
      notes.add(Words.of("inputs.held", name(series)));
    }
    if (moments != null) notes.addAll(WideSeries.bandNotes(size, paths));
    Estimate estimate = inFileUnits(series, seen, mean, drawn, latent, scoring, moments, notes);
    return isBinary ? estimate.withPaths(sampled) : estimate;
  }

  private int shown() {
    return Math.min(paths, SHOWN_PATHS);
  }

  private String name(int series) {
    return data.source().series().get(series).name();
  }

  private Estimate inFileUnits(
      int series,
      int seen,
      double[][] meanRows,
      double[][][] drawn,
      Band latent,
      Scoring scoring,
      @Nullable ForecastMoments moments,
      List<String> notes) {
    int horizon = meanRows.length;
    double[][] mean = data.preparation().restore(series, seen, meanRows, true);
    double[][][] restored = new double[drawn.length][][];
    for (int p = 0; p < drawn.length; p++) {
      double[][] path = data.preparation().restore(series, seen, drawn[p], true);
      restored[p] = tracks.beside(mean, path);
    }
    ScoredBand scored =
        moments == null
            ? ofPoints(series, seen, mean, restored, scoring)
            : ofMoments(series, seen, mean, moments.restore(data.preparation()), scoring);
    double[] energy = new double[horizon];
    for (int h = 0; h < horizon; h++) energy[h] = energy(restored, observed(series, seen + h), h);
    return new Estimate(
            series,
            Conditioning.FORECAST,
            "sample paths",
            level,
            seen,
            data.source().times(series, seen, seen + horizon),
            scored.observation(),
            latent,
            Arrays.copyOf(restored, Math.min(restored.length, SHOWN_PATHS)),
            scored.crps(),
            List.of(),
            Estimate.NO_REGIMES,
            notes)
        .with(scored.pit(), energy);
  }

  private ScoredBand ofPoints(
      int series, int seen, double[][] mean, double[][][] restored, Scoring scoring) {
    int horizon = mean.length;
    ScoredBand scored = ScoredBand.of(Band.ofSample(horizon, size));
    NumberRows crps = scored.crps();
    NumberRows pit = scored.pit();
    Points points = new Points(paths);
    double[] values = new double[paths];
    for (int h = 0; h < horizon; h++) {
      double[] observed = observed(series, seen + h);
      for (int d = 0; d < size; d++) {
        for (int p = 0; p < paths; p++) values[p] = restored[p][h][d];
        points.of(values);
        points.into(scored.observation(), h, d, mean[h][d], level);
        crps.set(h, d, Double.NaN);
        pit.set(h, d, Double.NaN);
        if (Double.isNaN(observed[d])) continue;
        for (int p = 0; p < paths; p++) values[p] = error(restored[p][h], observed, d);
        points.of(values);
        crps.set(h, d, scoring.score(points, mean[h][d] - observed[d], 0, 1, true));
        pit.set(h, d, scoring.pit(points, 0, Points.share(seen + h, d)));
      }
    }
    return scored;
  }

  private ScoredBand ofMoments(
      int series, int seen, double[][] mean, ForecastMoments moments, Scoring scoring) {
    ScoredBand scored = ScoredBand.of(moments.band(mean));
    for (int h = 0; h < mean.length; h++) {
      double[] observed = observed(series, seen + h);
      for (int d = 0; d < size; d++) {
        double deviation = moments.deviation(h, d);
        scored.crps().set(h, d, scoring.score(mean[h][d], deviation, observed[d], 1));
        scored.pit().set(h, d, scoring.pit(mean[h][d], deviation, observed[d]));
      }
    }
    return scored;
  }

  /** Of several channels in standardised units; of tracks none. */
  private double energy(double[][][] restored, double[] observed, int h) {
    if (observed.length < 2 || tracks.present()) return Double.NaN;
    double[][] errors = new double[Math.min(ENERGY_PATHS, restored.length)][observed.length];
    for (int p = 0; p < errors.length; p++) {
      for (int d = 0; d < observed.length; d++) {
        errors[p][d] = (restored[p][h][d] - observed[d]) / data.preparation().scale(d);
      }
    }
    return EnergyScore.of(errors, new double[observed.length]);
  }

  /** Of a track in metres in the tangent plane at what was observed. */
  private double error(double[] row, double[] observed, int place) {
    if (place != tracks.latitude() && place != tracks.longitude()) {
      return row[place] - observed[place];
    }
    double[] step =
        Geo.step(
            observed[tracks.latitude()],
            observed[tracks.longitude()],
            row[tracks.latitude()],
            row[tracks.longitude()]);
    return place == tracks.longitude() ? step[0] : step[1];
  }

  private double[] observed(int series, int row) {
    int[] channels = data.source().observedChannels();
    double[] observed = new double[channels.length];
    Arrays.fill(observed, Double.NaN);
    Series source = data.source().series().get(series);
    if (row >= source.length()) return observed;
    for (int d = 0; d < observed.length; d++) observed[d] = source.value(row, channels[d]);
    return observed;
  }

  static double[] equal(int count) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1.0 / count);
    return weights;
  }
}
