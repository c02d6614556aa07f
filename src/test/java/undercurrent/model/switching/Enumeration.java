package undercurrent.model.switching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import undercurrent.model.gaussian.Conditioned;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.LogWeights;

/**
 * The exact answer, by a Kalman filter for every one of the Kᵀ sequences of regimes; for short
 * series and as the reference for the approximate filters.
 *
 * @param logLikelihood log p(x₁:T), in nats
 * @param filtered P(sₜ|x₁:ₜ) [T][K]
 * @param smoothed P(sₜ|x₁:T) [T][K]
 * @param filteredMeans E[zₜ|x₁:ₜ] [T][n]
 */
public record Enumeration(
    double logLikelihood, double[][] filtered, double[][] smoothed, double[][] filteredMeans) {
  private static final int MOST = 1 << 20;

  /** A sequence of regimes, as digits to the base K, with log p(s₁:ₜ, x₁:ₜ). */
  private record Path(int digits, @Nullable Gaussian state, double logWeight) {}

  /**
   * Follows all sequences.
   *
   * @param x [T][m], NaN where missing
   */
  public static Enumeration of(SwitchingModel model, double[][] x) {
    int k = model.size();
    if (x.length * Math.log(k) > Math.log(MOST) + 1e-9) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d regimes over %d steps are more than %,d sequences; take a shorter series.",
              k,
              x.length,
              MOST));
    }
    double[][] filtered = new double[x.length][];
    double[][] means = new double[x.length][];
    List<Path> paths = List.of(new Path(0, null, 0));
    double total = 0;
    double[] weights = {};
    for (int t = 0; t < x.length; t++) {
      paths = grown(model, t, paths, x[t]);
      weights = paths.stream().mapToDouble(Path::logWeight).toArray();
      total = LogWeights.normalise(weights);
      filtered[t] = shares(k, paths, weights, 1);
      means[t] = mean(paths, weights);
    }
    double[][] smoothed = new double[x.length][];
    int place = 1;
    for (int t = x.length - 1; t >= 0; t--) {
      smoothed[t] = shares(k, paths, weights, place);
      place *= k;
    }
    return new Enumeration(total, filtered, smoothed, means);
  }

  /** log p(s₁:ₜ, x₁:ₜ) = log p(s₁:ₜ₋₁, x₁:ₜ₋₁) + log T[sₜ₋₁][sₜ] + log p(xₜ|s₁:ₜ, x₁:ₜ₋₁). */
  private static List<Path> grown(SwitchingModel model, int t, List<Path> paths, double[] x) {
    int k = model.size();
    List<Path> grown = new ArrayList<>(paths.size() * k);
    for (Path path : paths) {
      double[] shares = t == 0 ? model.initial() : model.transition()[path.digits % k];
      for (int s = 0; s < k; s++) {
        Conditioned now = model.step(s, t, path.state, x);
        double logWeight = path.logWeight + Math.log(shares[s]) + now.logLikelihood();
        grown.add(new Path(path.digits * k + s, now.state(), logWeight));
      }
    }
    return grown;
  }

  /** How the weight is shared among the values of one digit. */
  private static double[] shares(int k, List<Path> paths, double[] weights, int place) {
    double[] shares = new double[k];
    for (int i = 0; i < weights.length; i++) {
      shares[paths.get(i).digits / place % k] += weights[i];
    }
    return shares;
  }

  private static double[] mean(List<Path> paths, double[] weights) {
    double[] mean = {};
    for (int i = 0; i < weights.length; i++) {
      Gaussian state = paths.get(i).state;
      if (state == null) continue;
      if (mean.length == 0) mean = new double[state.size()];
      for (int j = 0; j < mean.length; j++) mean[j] += weights[i] * state.mean(j);
    }
    return mean;
  }
}
