package undercurrent.model.switching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Randomness;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Conditioned;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.particle.ParticleFilter;
import undercurrent.model.particle.Particles;

/**
 * The Rao-Blackwellised particle filter (Doucet, de Freitas, Murphy and Russell 2000): particles
 * are sequences of regimes, each with the exact Gaussian of its state. A regime is drawn after a
 * look at what is seen, which is the best that one step allows.
 *
 * <pre>
 *   aₖⁱ = T[sⁱ][k] p(xₜ|s¹:ₜ₋₁ⁱ, k, x₁:ₜ₋₁)     sₜⁱ = k with probability ∝ aₖⁱ     wₜⁱ ∝ wₜ₋₁ⁱ Σₖ aₖⁱ
 * </pre>
 *
 * It converges to the exact answer as N grows.
 *
 * @param particles N
 */
public record RaoBlackwellFilter(int particles) {
  public RaoBlackwellFilter {
    if (particles < 1) {
      throw new IllegalArgumentException(ModelWords.of("particles.none", particles));
    }
  }

  /** A sequence of regimes that ends in one, and what it knows of the state. */
  record Particle(int regime, Gaussian state) {}

  /**
   * Filters a series. What is believed averages over the regimes that were possible and not only
   * over those that were drawn; a regime has one Gaussian of the same moments.
   *
   * @param x [T][m], NaN where missing
   */
  public RegimeFiltering filter(SwitchingModel model, double[][] x, Randomness randomness) {
    Run run = new Run(model, x);
    ParticleFilter.run(run, x.length, randomness, run);
    return new RegimeFiltering(model, run.predicted, run.filtered, run.logLikelihoods);
  }

  /** The particles on their way along a series. */
  private final class Run implements Particles, ParticleFilter.Observer {
    private final SwitchingModel model;
    private final double[][] x;
    private final List<RegimeEstimate> predicted = new ArrayList<>();
    private final List<RegimeEstimate> filtered = new ArrayList<>();
    private final double[] logLikelihoods;
    private final double[] logSums = new double[particles];
    private final double[][] shares = new double[particles][];
    private final List<List<Conditioned>> choices = new ArrayList<>();
    private Particle[] cloud = new Particle[particles];
    private RegimeMixture ahead;

    Run(SwitchingModel model, double[][] x) {
      this.model = model;
      this.x = x;
      ahead = new RegimeMixture(model.size());
      logLikelihoods = new double[x.length];
    }

    @Override
    public int count() {
      return particles;
    }

    @Override
    public void resample(int[] ancestors) {
      cloud = Arrays.stream(ancestors).mapToObj(i -> cloud[i]).toArray(Particle[]::new);
    }

    @Override
    public void move(int t, double[] weights, boolean isResampled, Randomness random) {
      ahead = new RegimeMixture(model.size());
      choices.clear();
      for (int i = 0; i < particles; i++) {
        Particle before = t == 0 ? null : cloud[i];
        List<Gaussian> predicted = predictions(model, t, before);
        double[] prior = before == null ? model.initial() : model.transition()[before.regime];
        List<Conditioned> conditioned = conditioned(model, t, predicted, x[t]);
        for (int k = 0; k < model.size(); k++)
          ahead.add(k, weights[i] * prior[k], predicted.get(k));
        shares[i] = logShares(prior, conditioned);
        logSums[i] = LogWeights.normalise(shares[i]);
        int regime = LogWeights.draw(shares[i], random.uniform());
        cloud[i] = new Particle(regime, conditioned.get(regime).state());
        choices.add(conditioned);
      }
    }

    @Override
    public double weigh(int t, double[] weights) {
      double[] logWeights = new double[particles];
      Arrays.setAll(logWeights, i -> Math.log(weights[i]) + logSums[i]);
      return LogWeights.normalise(logWeights, weights);
    }

    @Override
    public void filtered(int t, int[] ancestors, double[] weights, double logLikelihood) {
      RegimeMixture seen = new RegimeMixture(model.size());
      for (int i = 0; i < particles; i++) {
        for (int k = 0; k < model.size(); k++) {
          seen.add(k, weights[i] * shares[i][k], choices.get(i).get(k).state());
        }
      }
      predicted.add(ahead.estimate());
      filtered.add(seen.estimate());
      logLikelihoods[t] = logLikelihood;
    }
  }

  private static List<Gaussian> predictions(
      SwitchingModel model, int t, @Nullable Particle before) {
    Gaussian state = before == null ? null : before.state;
    return IntStream.range(0, model.size()).mapToObj(k -> model.predict(k, t, state)).toList();
  }

  private static List<Conditioned> conditioned(
      SwitchingModel model, int t, List<Gaussian> predicted, double[] x) {
    return IntStream.range(0, model.size())
        .mapToObj(k -> model.update(k, t, predicted.get(k), x))
        .toList();
  }

  /** log aₖ of one particle. */
  private static double[] logShares(double[] prior, List<Conditioned> choices) {
    double[] shares = new double[prior.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = Math.log(prior[k]) + choices.get(k).logLikelihood();
    }
    return shares;
  }
}
