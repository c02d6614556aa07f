package undercurrent.inference;

import undercurrent.math.StandardNormal;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.MomentRule.Moments;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.known.Belief;

/** Collects bands and scores row by row from what a filter of a known model believes. */
final class BeliefRows {
  private static final int POINTS = 1024;
  private final Points points = new Points(POINTS);
  private final double level;
  private final double z;
  private final Band latent;
  private final Band seen;
  private final double[][] crps;

  BeliefRows(int rows, int latentSize, int size, double level) {
    this.level = level;
    z = StandardNormal.quantile((1 + level) / 2);
    latent = EstimateRows.band(rows, latentSize);
    seen = EstimateRows.band(rows, size);
    crps = new double[rows][size];
  }

  Band latent() {
    return latent;
  }

  /** Of the observation, its noise included. */
  Band observation() {
    return seen;
  }

  double[][] crps() {
    return crps;
  }

  /**
   * @param x what was observed {@code [m]}; NaN where not
   */
  void set(int row, Belief belief, ConditionalGaussian emission, double[] x) {
    switch (belief) {
      case Belief.Normal normal -> set(row, normal, emission, x);
      case Belief.Cloud cloud -> set(row, cloud.points(), emission, x);
    }
  }

  private void set(int row, Belief.Normal belief, ConditionalGaussian emission, double[] x) {
    normal(latent, row, belief.state());
    Moments emitted = belief.rule().of(belief.state(), emission);
    normal(seen, row, Gaussian.of(emitted.mean(), emitted.covariance()));
    for (int d = 0; d < x.length; d++) {
      double deviation = Math.sqrt(Math.max(0, emitted.covariance().at(d, d)));
      crps[row][d] = Crps.normal(emitted.mean()[d], deviation, x[d]);
    }
  }

  private void normal(Band band, int row, Gaussian state) {
    for (int i = 0; i < state.size(); i++) {
      double reach = z * Math.sqrt(Math.max(0, state.variance(i)));
      band.mean()[row][i] = state.mean(i);
      band.lower()[row][i] = state.mean(i) - reach;
      band.upper()[row][i] = state.mean(i) + reach;
    }
  }

  private void set(int row, PointCloud cloud, ConditionalGaussian emission, double[] x) {
    int n = cloud.size();
    float[] states = new float[n * latent.mean()[row].length];
    float[] means = new float[n * x.length];
    float[] deviations = new float[n * x.length];
    double[] mean = new double[x.length];
    for (int i = 0; i < n; i++) {
      double[] state = cloud.points()[i];
      double[] emitted = emission.mean(state);
      for (int d = 0; d < x.length; d++) {
        mean[d] += cloud.weights()[i] * emitted[d];
        means[i * x.length + d] = (float) emitted[d];
        deviations[i * x.length + d] = (float) Math.sqrt(emission.noise(state).matrix().at(d, d));
      }
      for (int k = 0; k < state.length; k++) states[i * state.length + k] = (float) state[k];
    }
    points.weighted(cloud.weights());
    double[] middle = cloud.mean();
    for (int k = 0; k < middle.length; k++) {
      points.of(states, null, middle.length, k);
      spread(latent, row, k, middle[k]);
    }
    for (int d = 0; d < x.length; d++) {
      points.of(means, deviations, x.length, d);
      spread(seen, row, d, mean[d]);
      crps[row][d] = Double.isNaN(x[d]) ? Double.NaN : points.crps(x[d]);
    }
  }

  private void spread(Band band, int row, int place, double mean) {
    band.mean()[row][place] = mean;
    band.lower()[row][place] = points.quantile((1 - level) / 2);
    band.upper()[row][place] = points.quantile((1 + level) / 2);
  }
}
