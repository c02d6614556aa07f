package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import undercurrent.model.Conditioning;
import undercurrent.model.EmittedRows;
import undercurrent.model.SequenceModel;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;
import undercurrent.series.Support;

/** Collects an {@link Estimate} row by row from weighted particles, in the model's units. */
final class EstimateRows {
  private static final int MOST_POINTS = 1024;

  /** Points for each particle: of few particles a band is as rough as they are. */
  private static final long PER_PARTICLE = 4;

  private final Dataset data;
  private final Sequence sequence;
  private final double level;
  private final int size;
  private final int latentSize;
  private final int particles;
  private final Points points;
  private final Band latent;
  private final boolean isBinary;
  private @Nullable ObservedRows observed;

  EstimateRows(SequenceModel model, Dataset data, Sequence sequence, double level, int particles) {
    this(model.observationSize(), model.latentSize(), data, sequence, level, particles);
  }

  /**
   * Of any model.
   *
   * @param size D
   * @param latentSize Z
   * @param particles of each row
   */
  EstimateRows(
      int size, int latentSize, Dataset data, Sequence sequence, double level, int particles) {
    points = new Points(Math.toIntExact(Math.min(MOST_POINTS, PER_PARTICLE * particles)));
    this.particles = particles;
    this.data = data;
    this.sequence = sequence;
    this.level = level;
    this.size = size;
    isBinary = Support.of(data.source()) == Support.BINARY;
    this.latentSize = latentSize;
    latent = Band.ofSample(sequence.steps(), latentSize);
  }

  static Band band(int rows, int size) {
    return new Band(
        new NumberRows(rows, size), new NumberRows(rows, size), new NumberRows(rows, size));
  }

  /**
   * Sets row t from weighted single states and what they emit.
   *
   * @param stateSize from the z of a state to the next
   */
  void set(int t, double[] weights, float[] states, int stateSize, EmittedRows emitted) {
    points.weighted(weights);
    for (int i = 0; i < latentSize; i++) spread(latent, t, i, weights, states, null, stateSize);
    observe(t, weights, emitted);
  }

  /** Sets row t from weighted Gaussians of states, and what drawn states emit. */
  void set(int t, double[] weights, Gaussians states, EmittedRows emitted) {
    points.weighted(weights);
    for (int i = 0; i < latentSize; i++) {
      spread(latent, t, i, weights, states.mean(), states.sd(), latentSize);
    }
    observe(t, weights, emitted);
  }

  private void observe(int t, double[] weights, EmittedRows emitted) {
    observed(emitted.isOfCategories()).set(t, weights, emitted);
  }

  /** Of categories, which have no moments, by points even if there are many channels. */
  private ObservedRows observed(boolean isOfCategories) {
    ObservedRows known = observed;
    if (known == null) {
      known =
          WideSeries.is(size) && !isOfCategories
              ? new WideRows(data, sequence, size, level, isBinary)
              : new PointRows(points, data, sequence, size, level, isBinary);
      observed = known;
    }
    return known;
  }

  static double mean(double[] weights, float[] mean, int stride, int place) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) sum += weights[i] * mean[i * stride + place];
    return sum;
  }

  private void spread(
      Band band,
      int t,
      int place,
      double[] weights,
      float[] mean,
      float @Nullable [] sd,
      int stride) {
    points.of(mean, sd, stride, place);
    points.into(band, t, place, mean(weights, mean, stride, place), level);
  }

  /** The estimate in the file's units. */
  Estimate estimate(Conditioning conditioning, String method) {
    int series = sequence.series();
    int from = sequence.from();
    NumberRows.Change restore =
        (first, numbers) -> data.preparation().restore(series, from + first, numbers, false);
    Tracks tracks = new Tracks(data.source());
    ObservedRows rows = observed(false);
    ScoredBand collected = rows.collected();
    Band restored = collected.observation().map(restore);
    NumberRows mean = restored.mean();
    double[] times = data.source().series().get(series).times();
    return new Estimate(
            series,
            conditioning,
            method,
            level,
            from,
            Arrays.copyOfRange(times, from, from + sequence.steps()),
            new Band(
                mean,
                tracks.beside(mean, restored.lower()),
                tracks.beside(mean, restored.upper()),
                tracks.beside(mean, restored.median())),
            latent,
            new double[0][][],
            collected.crps(),
            List.of(),
            Estimate.NO_REGIMES,
            rows instanceof WideRows ? WideSeries.bandNotes(size, particles) : List.of())
        .withPit(collected.pit());
  }
}
