package undercurrent.inference;

import undercurrent.model.Gaussians;
import undercurrent.model.Generative;

/**
 * The scalar model z₁ ~ N(m, p), zₜ ~ N(a zₜ₋₁, q), xₜ ~ N(zₜ, r), variances; with its exact filter
 * and smoother by the textbook recursions.
 */
record LinearGaussian(double m, double p, double a, double q, double r) {

  /** Means, variances and the log-likelihood; NaN in {@code x} is missing. */
  record Exact(
      double[] filtered,
      double[] filteredVariance,
      double[] smoothed,
      double[] smoothedVariance,
      double logLikelihood) {}

  Exact exact(double[] x) {
    int n = x.length;
    double[] predicted = new double[n];
    double[] predictedVariance = new double[n];
    double[] filtered = new double[n];
    double[] filteredVariance = new double[n];
    double total = 0;
    for (int t = 0; t < n; t++) {
      predicted[t] = t == 0 ? m : a * filtered[t - 1];
      predictedVariance[t] = t == 0 ? p : a * a * filteredVariance[t - 1] + q;
      double gain = Double.isNaN(x[t]) ? 0 : predictedVariance[t] / (predictedVariance[t] + r);
      double innovation = Double.isNaN(x[t]) ? 0 : x[t] - predicted[t];
      filtered[t] = predicted[t] + gain * innovation;
      filteredVariance[t] = (1 - gain) * predictedVariance[t];
      if (Double.isNaN(x[t])) continue;
      double variance = predictedVariance[t] + r;
      total -= 0.5 * (Math.log(2 * Math.PI * variance) + innovation * innovation / variance);
    }
    double[] smoothed = filtered.clone();
    double[] smoothedVariance = filteredVariance.clone();
    for (int t = n - 2; t >= 0; t--) {
      double gain = filteredVariance[t] * a / predictedVariance[t + 1];
      smoothed[t] += gain * (smoothed[t + 1] - predicted[t + 1]);
      smoothedVariance[t] += gain * gain * (smoothedVariance[t + 1] - predictedVariance[t + 1]);
    }
    return new Exact(filtered, filteredVariance, smoothed, smoothedVariance, total);
  }

  Generative generative(int rows) {
    return new Generative() {
      @Override
      public int rows() {
        return rows;
      }

      @Override
      public Gaussians initial() {
        return filled(new float[rows], 0, m, p);
      }

      @Override
      public Gaussians transition(float[] z) {
        return filled(z, a, 0, q);
      }

      @Override
      public Gaussians emission(float[] z) {
        return filled(z, 1, 0, r);
      }

      private Gaussians filled(float[] z, double slope, double shift, double variance) {
        float[] mean = new float[rows];
        float[] sd = new float[rows];
        for (int i = 0; i < rows; i++) {
          mean[i] = (float) (slope * z[i] + shift);
          sd[i] = (float) Math.sqrt(variance);
        }
        return new Gaussians(mean, sd);
      }
    };
  }
}
