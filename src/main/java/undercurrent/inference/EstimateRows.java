package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
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
  private final Points points;
  private final Band observation;
  private final Band latent;
  private final double[][] crps;
  private final double[][] pit;
  private final boolean isBinary;

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
    this.data = data;
    this.sequence = sequence;
    this.level = level;
    this.size = size;
    isBinary = Support.of(data.source()) == Support.BINARY;
    this.latentSize = latentSize;
    observation = Band.ofSample(sequence.steps(), size);
    latent = Band.ofSample(sequence.steps(), latentSize);
    crps = new double[sequence.steps()][size];
    pit = new double[sequence.steps()][size];
  }

  static Band band(int rows, int size) {
    return new Band(new double[rows][size], new double[rows][size], new double[rows][size]);
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
    Scoring scoring = Scoring.of(isBinary, emitted);
    for (int d = 0; d < size; d++) {
      points.of(emitted, d);
      double mean = mean(weights, emitted.mean(), size, d);
      points.into(observation, t, d, mean, level);
      crps[t][d] = Double.NaN;
      pit[t][d] = Double.NaN;
      if (sequence.mask()[t * size + d] == 0) continue;
      double value = sequence.values()[t * size + d];
      crps[t][d] = scoring.score(points, mean, value, data.preparation().scale(d), false);
      pit[t][d] = scoring.pit(points, value, Points.share(t, d));
    }
  }

  private static double mean(double[] weights, float[] mean, int stride, int place) {
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
      float @org.jspecify.annotations.Nullable [] sd,
      int stride) {
    points.of(mean, sd, stride, place);
    points.into(band, t, place, mean(weights, mean, stride, place), level);
  }

  /** The estimate in the file's units. */
  Estimate estimate(Conditioning conditioning, String method) {
    int series = sequence.series();
    int from = sequence.from();
    UnaryOperator<double[][]> restore =
        rows -> data.preparation().restore(series, from, rows, false);
    Tracks tracks = new Tracks(data.source());
    double[][] mean = restore.apply(observation.mean());
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
                tracks.beside(mean, restore.apply(observation.lower())),
                tracks.beside(mean, restore.apply(observation.upper())),
                tracks.beside(mean, restore.apply(observation.median()))),
            latent,
            new double[0][][],
            crps,
            List.of(),
            Estimate.NO_REGIMES,
            List.of())
        .withPit(pit);
  }
}
