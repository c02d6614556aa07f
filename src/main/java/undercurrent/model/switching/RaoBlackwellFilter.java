package undercurrent.model.switching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import undercurrent.math.Randomness;
import undercurrent.model.gaussian.Conditioned;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.nonlinear.Resampling;

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
  private static final double RESAMPLE_BELOW = 0.5;

  public RaoBlackwellFilter {
    if (particles < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A particle filter with %d particles sees nothing; take at least 1.",
              particles));
    }
  }

  /** A sequence of regimes that ends in one, and what it knows of the state. */
  record Particle(int regime, Gaussian state) {}

  /**
   * Filters a series.
   *
   * @param x [T][m], NaN where missing
   */
  public RaoBlackwellFiltering filter(SwitchingModel model, double[][] x, Randomness randomness) {
    List<RaoBlackwellFiltering.Step> steps = new ArrayList<>();
    double[] weights = equal();
    Particle[] cloud = new Particle[0];
    for (int t = 0; t < x.length; t++) {
      // One stream a step: what is drawn at t never depends on what comes after it.
      Randomness random = randomness.at(t);
      int[] ancestors = IntStream.range(0, particles).toArray();
      if (t > 0 && effective(weights) < RESAMPLE_BELOW * particles) {
        ancestors = Resampling.SYSTEMATIC.ancestors(weights, random);
        weights = equal();
      }
      double[] updated = new double[particles];
      double[][] shares = new double[particles][];
      Particle[] next = new Particle[particles];
      RegimeMixture ahead = new RegimeMixture(model.size());
      RegimeMixture seen = new RegimeMixture(model.size());
      List<List<Conditioned>> all = new ArrayList<>();
      for (int i = 0; i < particles; i++) {
        Particle before = t == 0 ? null : cloud[ancestors[i]];
        List<Gaussian> predicted = predicted(model, t, before);
        double[] prior = before == null ? model.initial() : model.transition()[before.regime];
        List<Conditioned> choices = choices(model, t, predicted, x[t]);
        for (int k = 0; k < model.size(); k++)
          ahead.add(k, weights[i] * prior[k], predicted.get(k));
        shares[i] = logShares(prior, choices);
        updated[i] = Math.log(weights[i]) + LogWeights.normalise(shares[i]);
        int regime = LogWeights.draw(shares[i], random.uniform());
        next[i] = new Particle(regime, choices.get(regime).state());
        all.add(choices);
      }
      double logLikelihood = LogWeights.normalise(updated);
      weights = updated;
      cloud = next;
      for (int i = 0; i < particles; i++) {
        for (int k = 0; k < model.size(); k++) {
          seen.add(k, weights[i] * shares[i][k], all.get(i).get(k).state());
        }
      }
      int[] regimes = Arrays.stream(cloud).mapToInt(Particle::regime).toArray();
      steps.add(
          new RaoBlackwellFiltering.Step(
              regimes, weights, ancestors, logLikelihood, ahead.estimate(), seen.estimate()));
    }
    return new RaoBlackwellFiltering(model, steps);
  }

  private static List<Gaussian> predicted(SwitchingModel model, int t, @Nullable Particle before) {
    Gaussian state = before == null ? null : before.state;
    return IntStream.range(0, model.size()).mapToObj(k -> model.predict(k, t, state)).toList();
  }

  private static List<Conditioned> choices(
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

  private double[] equal() {
    double[] weights = new double[particles];
    Arrays.fill(weights, 1.0 / particles);
    return weights;
  }

  private static double effective(double[] weights) {
    double squares = 0;
    for (double w : weights) squares += w * w;
    return 1 / squares;
  }
}
