package undercurrent.inference;

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
  private final int size;
  private final Rollout ahead;
  private final RolloutFilter filter;
  private final LeadSums sums;

  LeadErrors(SequenceModel model, Dataset data) {
    this(model, data, PARTICLES, PATHS);
  }

  LeadErrors(SequenceModel model, Dataset data, int particles, int paths) {
    this.data = data;
    size = model.observationSize();
    ahead = model.rollout(paths);
    filter = new RolloutFilter(model.rollout(particles));
    sums = new LeadSums(data.source());
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
          public void predicted(int step, double[] weights, float[] state, EmittedRows emitted) {}

          @Override
          public void filtered(int step, double[] weights, float[] state, EmittedRows emitted) {
            // The two positions that a constant velocity needs must lie within the part.
            int seen = step + 1;
            if (seen < rows.from() + 2 || seen >= rows.to()) return;
            sums.add(rows, seen, ahead(rows.series(), seen, weights, state, randomness));
          }
        });
  }

  /** The mean path from weighted particles, in the file's units. */
  private double[][] ahead(
      int series, int seen, double[] weights, float[] last, Randomness randomness) {
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
    Randomness random = randomness.named("ahead").at(seen);
    Feed feed = new Feed(ahead, data.whole().get(series), seen);
    for (int h = 0; h < LeadSums.FARTHEST; h++) {
      random.normals(noise, 0, noise.length);
      feed.move(noise, state);
      EmittedRows emitted = ahead.emit(state);
      for (int i = 0; i < emitted.mean().length; i++)
        mean[h][i % size] += emitted.mean()[i] / paths;
      feed.draw(emitted, random);
    }
    return data.preparation().restore(series, seen, mean, true);
  }
}
