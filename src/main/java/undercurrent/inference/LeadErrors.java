package undercurrent.inference;

import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.Gaussians;
import undercurrent.model.Generative;
import undercurrent.model.SequenceModel;
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
  private final int latentSize;
  private final Generative ahead;
  private final BootstrapFilter filter;
  private final LeadSums sums;

  LeadErrors(SequenceModel model, Dataset data) {
    this(model, data, PARTICLES, PATHS);
  }

  LeadErrors(SequenceModel model, Dataset data, int particles, int paths) {
    this.data = data;
    size = model.observationSize();
    latentSize = model.latentSize();
    ahead = model.generative(paths);
    filter = new BootstrapFilter(model.generative(particles), latentSize, model.isBinary());
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
        new BootstrapFilter.Observer() {
          @Override
          public void predicted(int step, double[] weights, float[] z, Gaussians emitted) {}

          @Override
          public void filtered(int step, double[] weights, float[] z, Gaussians emitted) {
            // The two positions that a constant velocity needs must lie within the part.
            int seen = step + 1;
            if (seen < rows.from() + 2 || seen >= rows.to()) return;
            sums.add(rows, seen, ahead(rows.series(), seen, weights, z, randomness));
          }
        });
  }

  /** The mean path from weighted particles, in the file's units. */
  private double[][] ahead(
      int series, int seen, double[] weights, float[] z, Randomness randomness) {
    int paths = ahead.rows();
    int[] chosen = new int[paths];
    Points.systematic(weights, 0.5, chosen);
    float[] state = new float[paths * latentSize];
    for (int p = 0; p < paths; p++) {
      System.arraycopy(z, chosen[p] * latentSize, state, p * latentSize, latentSize);
    }
    float[] noise = new float[state.length];
    double[][] mean = new double[LeadSums.FARTHEST][size];
    Randomness random = randomness.named("ahead").at(seen);
    for (int h = 0; h < LeadSums.FARTHEST; h++) {
      Gaussians next = ahead.transition(state);
      random.normals(noise, 0, noise.length);
      for (int i = 0; i < state.length; i++) state[i] = next.mean()[i] + next.sd()[i] * noise[i];
      float[] emitted = ahead.emission(state).mean();
      for (int i = 0; i < emitted.length; i++) mean[h][i % size] += emitted[i] / paths;
    }
    return data.preparation().restore(series, seen, mean, true);
  }
}
