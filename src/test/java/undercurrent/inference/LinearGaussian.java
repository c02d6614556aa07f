package undercurrent.inference;

import java.util.Optional;
import undercurrent.model.EmittedRows;
import undercurrent.model.Rollout;

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

  Rollout rollout(int rows) {
    return new Rows(rows);
  }

  /** The model step by step. */
  private final class Rows implements Rollout, Rollout.Transition, EmittedRows {
    private final int rows;
    private final float[] before;
    private final float[] mean;
    private final float[] sd;

    Rows(int rows) {
      this.rows = rows;
      before = new float[rows];
      mean = new float[rows];
      sd = new float[rows];
      java.util.Arrays.fill(sd, (float) Math.sqrt(r));
    }

    @Override
    public int rows() {
      return rows;
    }

    @Override
    public int latentSize() {
      return 1;
    }

    @Override
    public int stateSize() {
      return 1;
    }

    @Override
    public boolean readsObservations() {
      return false;
    }

    @Override
    public void start(Step first, float[] noise, float[] state) {
      for (int i = 0; i < rows; i++) state[i] = (float) (m + Math.sqrt(p) * noise[i]);
    }

    @Override
    public void step(Step next, float[] noise, float[] state) {
      for (int i = 0; i < rows; i++) state[i] = (float) (a * state[i] + Math.sqrt(q) * noise[i]);
    }

    @Override
    public EmittedRows emit(float[] state) {
      System.arraycopy(state, 0, mean, 0, rows);
      return this;
    }

    @Override
    public Optional<Rollout.Transition> transition() {
      return Optional.of(this);
    }

    @Override
    public void from(Step next, float[] state) {
      System.arraycopy(state, 0, before, 0, rows);
    }

    @Override
    public double logDensity(int row, float[] after, int at) {
      return normal(after[at], a * before[row], q);
    }

    @Override
    public float[] mean() {
      return mean;
    }

    @Override
    public float[] sd() {
      return sd;
    }

    @Override
    public double logDensity(int row, float[] x, float[] mask, int at) {
      return mask[at] == 0 ? 0 : normal(x[at], mean[row], r);
    }

    @Override
    public double draw(int row, int channel, double noise) {
      return mean[row] + Math.sqrt(r) * noise;
    }

    private static double normal(double x, double mean, double variance) {
      return -0.5 * (Math.log(2 * Math.PI * variance) + (x - mean) * (x - mean) / variance);
    }
  }
}
