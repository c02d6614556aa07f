package undercurrent.model.nonlinear;

import java.util.Arrays;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Cloud;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Conditioned;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.gaussian.PointCloud;

/**
 * Draws which particle i a later state came from, with probability ∝ wⁱ p(z'|zⁱ).
 *
 * <p>Where Q is constant, a particle drawn by its weight is accepted with probability p(z'|zⁱ) /
 * max p (Douc, Garivier, Moulines and Olsson 2011), which evaluates few particles; when some have
 * been refused, all are weighed. Either way the draw is exact.
 */
final class BackwardDraw {
  /** A particle that is tried costs about as much as this many that are weighed. */
  private static final int TRIAL_COST = 10;

  private final PointCloud cloud;
  private final ConditionalGaussian transition;
  private final Covariance noise;
  private final int trials;
  private final double[] means;
  private final double[] differences;
  private final double[] one;
  private final int[] everything;
  private final double[] cumulative;
  private final double[] logs;
  private final double[] logWeights;
  private final double[] shares;

  BackwardDraw(PointCloud cloud, ConditionalGaussian transition) {
    int count = cloud.size();
    this.cloud = cloud;
    this.transition = transition;
    noise = transition.noise(cloud.point(0));
    trials = transition.hasConstantNoise() ? count / TRIAL_COST : 0;
    means = new double[cloud.states().length];
    transition.means(cloud.states(), count, means);
    differences = new double[means.length];
    one = new double[cloud.dimension()];
    everything = Conditioned.seen(one);
    cumulative = LogWeights.cumulative(cloud.weights());
    logs = Arrays.stream(cloud.weights()).map(StrictMath::log).toArray();
    logWeights = new double[count];
    shares = new double[count];
  }

  /** The index of a particle. */
  int before(double[] after, Randomness random) {
    double highest = trials == 0 ? 0 : noise.logPeak();
    for (int trial = 0; trial < trials; trial++) {
      int i = LogWeights.drawCumulative(cumulative, random.uniform());
      System.arraycopy(means, i * one.length, one, 0, one.length);
      transition.differences(after, one);
      double below = noise.logDensity(one) - highest;
      if (StrictMath.log(random.uniform()) < below) return i;
    }
    weigh(after);
    return LogWeights.draw(shares, random.uniform());
  }

  private void weigh(double[] after) {
    System.arraycopy(means, 0, differences, 0, means.length);
    transition.differences(after, differences);
    Cloud.logDensities(transition, everything, cloud.states(), differences, logWeights);
    for (int i = 0; i < logs.length; i++) logWeights[i] += logs[i];
    LogWeights.normalise(logWeights, shares);
  }
}
