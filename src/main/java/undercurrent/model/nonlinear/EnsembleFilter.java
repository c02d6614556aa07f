package undercurrent.model.nonlinear;

import java.util.ArrayList;
import java.util.List;
import undercurrent.math.Progress;
import undercurrent.math.Randomness;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Cloud;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Conditioned;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;
import undercurrent.model.gaussian.PointCloud;

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
      throw new IllegalArgumentException(ModelWords.of("ensembleFilter.members", members));
    }
  }

  /**
   * Filters a series.
   *
   * @param x [T][m]; NaN is not observed, and an empty row nothing at all
   */
  public EnsembleFiltering filter(NonlinearModel model, double[][] x, Randomness randomness) {
    List<PointCloud> predicted = new ArrayList<>();
    List<PointCloud> filtered = new ArrayList<>();
    double[] logLikelihoods = new double[x.length];
    run(
        model,
        x,
        randomness,
        (t, ahead, update) -> {
          predicted.add(PointCloud.of(ahead, members));
          filtered.add(PointCloud.of(update.states, members));
          logLikelihoods[t] = update.logLikelihood;
        });
    return new EnsembleFiltering(predicted, filtered, logLikelihoods);
  }

  /** Only log p(xₜ|x₁:ₜ₋₁) of the same [T], and no cloud is kept. */
  public double[] logLikelihoods(NonlinearModel model, double[][] x, Randomness randomness) {
    double[] logLikelihoods = new double[x.length];
    run(model, x, randomness, (t, ahead, update) -> logLikelihoods[t] = update.logLikelihood);
    return logLikelihoods;
  }

  private interface Observer {
    void saw(int step, double[] predicted, Update update);
  }

  private void run(NonlinearModel model, double[][] x, Randomness randomness, Observer observer) {
    double[] states = new double[members * model.prior().size()];
    Progress progress = Progress.current();
    for (int t = 0; t < x.length; t++) {
      progress.at(t, x.length);
      int step = t;
      double[] before = states;
      // One stream a step: what is drawn at t never depends on what comes after it.
      Randomness random = randomness.at(t);
      double[] ahead =
          StepErrors.of(t, () -> Cloud.drawn(model.into(step), before, members, random));
      Update update = StepErrors.of(t, () -> update(ahead, x[step], model.emission(step), random));
      observer.saw(t, ahead, update);
      states = update.states;
    }
    progress.at(x.length, x.length);
  }

  private record Update(double[] states, double logLikelihood) {}

  private Update update(
      double[] ahead, double[] x, ConditionalGaussian emission, Randomness random) {
    int[] seen = Conditioned.seen(x);
    if (seen.length == 0) return new Update(ahead, 0);
    PointCloud states = PointCloud.of(ahead, members);
    Covariance r = emission.noise(states.mean()).part(seen);
    // Innovations x - ŷⁱ in place of ŷⁱ, so that angles are compared as angles.
    double[] innovations =
        Cloud.part(Cloud.differences(emission, x, ahead, members), x.length, seen);
    PointCloud differences = PointCloud.of(innovations, members);
    Covariance s = Covariance.of("S", unbiased(differences.covariance()).plus(r.matrix()));
    Matrix gain = s.dividing(unbiased(states.covarianceWith(innovations)).times(-1));
    double logLikelihood = s.logDensity(differences.mean());
    r.addDraws(innovations, members, random);
    double[] shifted = ahead.clone();
    gain.addTimesEach(innovations, shifted);
    return new Update(shifted, logLikelihood);
  }

  private Matrix unbiased(Matrix covariance) {
    return covariance.times(members / (members - 1.0));
  }
}
