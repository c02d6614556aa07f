package undercurrent.model.nonlinear;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Conditioned;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.gaussian.Vectors;

/**
 * The ensemble Kalman filter with perturbed observations (Evensen 1994, Burgers, van Leeuwen and
 * Evensen 1998): a cloud of states in place of a Gaussian, moved one by one and shifted by a gain
 * that is read from the cloud. On a linear model it becomes the Kalman filter as N grows.
 *
 * <pre>
 *   zⁱ = f(zⁱ) + N(0, Q)      ŷⁱ = h(zⁱ)      C = Cov[z, ŷ]      S = Cov[ŷ] + R
 *   zⁱ = zⁱ + C S⁻¹ (x + rⁱ - ŷⁱ)             rⁱ ~ N(0, R)
 * </pre>
 *
 * @param members N
 */
public record EnsembleFilter(int members) {
  public EnsembleFilter {
    if (members < 2) {
      throw new IllegalArgumentException(
          "An ensemble of %d has no spread; take at least 2 members.".formatted(members));
    }
  }

  /**
   * Filters a series.
   *
   * @param x [T][m]; NaN is not observed, and an empty row nothing at all
   */
  public EnsembleFiltering filter(NonlinearModel model, double[][] x, Randomness randomness) {
    List<double[][]> predicted = new ArrayList<>();
    List<double[][]> filtered = new ArrayList<>();
    double[] logLikelihoods = new double[x.length];
    for (int t = 0; t < x.length; t++) {
      int step = t;
      // One stream a step: what is drawn at t never depends on what comes after it.
      Randomness random = randomness.at(t);
      double[][] cloud = new double[members][];
      for (int i = 0; i < members; i++) {
        cloud[i] =
            t == 0
                ? model.prior().draw(random)
                : model.transition(t).draw(filtered.getLast()[i], random);
      }
      predicted.add(cloud);
      Update update = AtStep.of(t, () -> update(cloud, x[step], model.emission(step), random));
      filtered.add(update.cloud);
      logLikelihoods[t] = update.logLikelihood;
    }
    return new EnsembleFiltering(predicted, filtered, logLikelihoods);
  }

  private record Update(double[][] cloud, double logLikelihood) {}

  private Update update(
      double[][] cloud, double[] x, ConditionalGaussian emission, Randomness random) {
    int[] seen = Conditioned.seen(x);
    if (seen.length == 0) return new Update(cloud, 0);
    PointCloud states = PointCloud.of(cloud);
    Covariance r = emission.noise(states.mean()).part(seen);
    // Innovations x - ŷⁱ in place of ŷⁱ, so that angles are compared as angles.
    double[][] innovations = new double[members][];
    for (int i = 0; i < members; i++) {
      innovations[i] = Vectors.part(emission.difference(x, emission.mean(cloud[i])), seen);
    }
    PointCloud differences = PointCloud.of(innovations);
    Covariance s = Covariance.of("S", unbiased(differences.covariance()).plus(r.matrix()));
    Matrix c = unbiased(states.covarianceWith(innovations)).times(-1);
    Matrix gain = s.dividing(c);
    double[][] shifted = new double[members][];
    for (int i = 0; i < members; i++) {
      double[] perturbed = Vectors.plus(innovations[i], r.draw(random));
      shifted[i] = Vectors.plus(cloud[i], gain.times(perturbed));
    }
    return new Update(shifted, s.logDensity(differences.mean()));
  }

  private Matrix unbiased(Matrix covariance) {
    return covariance.times(members / (members - 1.0));
  }
}
