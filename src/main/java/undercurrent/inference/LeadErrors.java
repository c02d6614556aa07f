package undercurrent.inference;

import java.util.Arrays;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;
import undercurrent.model.SequenceModel;
import undercurrent.model.particle.Resampling;
import undercurrent.series.Dataset;
import undercurrent.series.Part;

/** Measures the position errors of forecasts from every row of the tracks of one part. */
final class LeadErrors {
  /** Fewer lose the state: with 200 the errors are 6 % larger. */
  private static final int PARTICLES = 1000;

  /** The mean of so many paths is near enough to the mean of all. */
  private static final int PATHS = 250;

  private final Dataset data;
  private final double level;
  private final int size;
  private final Rollout ahead;
  private final RolloutFilter filter;
  private final LeadSums sums;
  private final Tracks tracks;

  LeadErrors(SequenceModel model, Dataset data, double level) {
    this(model, data, level, PARTICLES, PATHS);
  }

  LeadErrors(SequenceModel model, Dataset data, double level, int particles, int paths) {
    this.data = data;
    this.level = level;
    size = model.observationSize();
    ahead = model.rollout(paths);
    filter = new RolloutFilter(model.rollout(particles));
    sums = new LeadSums(data.source());
    tracks = new Tracks(data.source());
  }

  List<LeadError> measure(Part part, Randomness randomness) {
    for (Scores.Rows rows : Scores.rows(data, part)) track(rows, randomness.at(rows.series()));
    return sums.errors();
  }

  private void track(Scores.Rows rows, Randomness randomness) {
    filter.run(
        data.whole().get(rows.series()),
        rows.to(),
        randomness.named("filter"),
        new RolloutFilter.Observer() {
          @Override
          public void filtered(int step, double[] weights, float[] state, EmittedRows emitted) {
            // The two positions that a constant velocity needs must lie within the part.
            int seen = step + 1;
            if (seen < rows.from() + 2 || seen >= rows.to()) return;
            Ahead ahead = ahead(rows.series(), seen, weights, state, randomness);
            sums.add(rows, seen, ahead.mean(), ahead.radii());
          }
        });
  }

  /**
   * A forecast of a track.
   *
   * @param mean path, in the file's units
   * @param radii of the cone around it in kilometres, one for each of {@link LeadSums#STEPS}
   */
  private record Ahead(double[][] mean, double[] radii) {}

  /** From weighted particles. */
  private Ahead ahead(int series, int seen, double[] weights, float[] last, Randomness randomness) {
    int paths = ahead.rows();
    int[] chosen = new int[paths];
    Resampling.systematic(weights, 0.5, chosen);
    int stateSize = ahead.stateSize();
    float[] state = new float[paths * stateSize];
    for (int p = 0; p < paths; p++) {
      System.arraycopy(last, chosen[p] * stateSize, state, p * stateSize, stateSize);
    }
    float[] noise = new float[paths * ahead.latentSize()];
    double[][] mean = new double[LeadSums.FARTHEST][size];
    double[][][] drawn = new double[paths][LeadSums.FARTHEST][size];
    double[] normals = new double[size];
    Randomness random = randomness.named("ahead").at(seen);
    Randomness emission = randomness.named("drawn").at(seen);
    Feed feed = new Feed(ahead, data, series, seen);
    for (int h = 0; h < LeadSums.FARTHEST; h++) {
      random.normals(noise, 0, noise.length);
      feed.move(noise, state);
      EmittedRows emitted = ahead.emit(state);
      for (int p = 0; p < paths; p++) {
        for (int d = 0; d < size; d++) {
          mean[h][d] += emitted.mean()[p * size + d] / paths;
          normals[d] = emission.normal();
        }
        emitted.draw(p, normals, drawn[p][h]);
        feed.draw(emitted, p, normals);
      }
    }
    double[][] path = data.preparation().restore(series, seen, mean, true);
    return new Ahead(path, radii(series, seen, path, drawn));
  }

  private double[] radii(int series, int seen, double[][] path, double[][][] drawn) {
    double[][] distances = new double[LeadSums.STEPS.length][drawn.length];
    for (int p = 0; p < drawn.length; p++) {
      double[][] restored = data.preparation().restore(series, seen, drawn[p], true);
      for (int k = 0; k < distances.length; k++) {
        int h = LeadSums.STEPS[k] - 1;
        distances[k][p] = tracks.distanceKm(path[h], restored[h]);
      }
    }
    double[] radii = new double[distances.length];
    for (int k = 0; k < radii.length; k++) {
      Arrays.sort(distances[k]);
      radii[k] = distances[k][(int) Math.ceil(level * drawn.length) - 1];
    }
    return radii;
  }
}
