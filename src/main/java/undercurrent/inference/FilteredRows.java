package undercurrent.inference;

import undercurrent.math.StandardNormal;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.MomentRule.Moments;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.known.Belief;

/** Collects bands and scores row by row from what a filter of a known model believes. */
final class FilteredRows {
  private static final int POINTS = 1024;
  private final Points points = new Points(POINTS);
  private final double level;
  private final double z;
  private final Band latent;
  private final Band seen;
  private final NumberRows crps;
  private final NumberRows pit;
  private boolean sampled;

  FilteredRows(int rows, int latentSize, int size, double level) {
    this.level = level;
    z = StandardNormal.quantile((1 + level) / 2);
    latent = Band.ofSample(rows, latentSize);
    seen = Band.ofSample(rows, size);
    crps = new NumberRows(rows, size);
    pit = new NumberRows(rows, size);
  }

  Band latent() {
    return reported(latent);
  }

  /** Of Gaussians the median is the mean. */
  private Band reported(Band band) {
    return sampled ? band : new Band(band.mean(), band.lower(), band.upper());
  }

  /** Of the observation, its noise included. */
  Band observation() {
    return reported(seen);
  }

  NumberRows crps() {
    return crps;
  }

  /** The probability below each observation. */
  NumberRows pit() {
    return pit;
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
      crps.set(row, d, Crps.normal(emitted.mean()[d], deviation, x[d]));
      double z = (x[d] - emitted.mean()[d]) / deviation;
      pit.set(row, d, Double.isNaN(z) ? Double.NaN : StandardNormal.cumulative(z));
    }
  }

  private void normal(Band band, int row, Gaussian state) {
    for (int i = 0; i < state.size(); i++) {
      double reach = z * Math.sqrt(Math.max(0, state.variance(i)));
      band.put(row, i, state.mean(i), reach);
    }
  }

  private void set(int row, PointCloud cloud, ConditionalGaussian emission, double[] x) {
    sampled = true;
    points.weighted(cloud.weights());
    double[] middle = cloud.mean();
    float[] states = floats(cloud.states());
    for (int k = 0; k < middle.length; k++) {
      points.of(states, null, middle.length, k);
      points.into(latent, row, k, middle[k], level);
    }
    double[] emitted = new double[cloud.size() * x.length];
    emission.means(cloud.states(), cloud.size(), emitted);
    double[] mean = new PointCloud(emitted, cloud.weights()).mean();
    float[] means = floats(emitted);
    float[] deviations = deviations(cloud, emission, x.length);
    for (int d = 0; d < x.length; d++) {
      points.of(means, deviations, x.length, d);
      points.into(seen, row, d, mean[d], level);
      boolean isObserved = !Double.isNaN(x[d]);
      crps.set(row, d, isObserved ? points.crps(x[d]) : Double.NaN);
      pit.set(row, d, isObserved ? points.pit(x[d], Points.share(row, d)) : Double.NaN);
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
    return floats;
  }

  /** Of the noise of each point's observation, [N·m]. */
  private static float[] deviations(PointCloud cloud, ConditionalGaussian emission, int size) {
    float[] deviations = new float[cloud.size() * size];
    Matrix noise = emission.noise(cloud.point(0)).matrix();
    for (int i = 0; i < cloud.size(); i++) {
      if (!emission.hasConstantNoise()) noise = emission.noise(cloud.point(i)).matrix();
      for (int d = 0; d < size; d++) deviations[i * size + d] = (float) Math.sqrt(noise.at(d, d));
    }
    return deviations;
  }
}
