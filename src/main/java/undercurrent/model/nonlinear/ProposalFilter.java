package undercurrent.model.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.math.Randomness;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Cloud;
import undercurrent.model.gaussian.LogWeights;
import undercurrent.model.gaussian.PointCloud;
import undercurrent.model.nonlinear.Proposal.Proposed;
import undercurrent.model.particle.ParticleFilter;
import undercurrent.model.particle.Particles;

/**
 * The particle filter of a nonlinear model.
 *
 * @param particles N
 * @param proposal the distribution that the states of a step are drawn from
 */
public record ProposalFilter(int particles, Proposal proposal) {
  public ProposalFilter {
    if (particles < 1) {
      throw new IllegalArgumentException(ModelWords.of("particles.none", particles));
    }
  }

  /**
   * Filters a series.
   *
   * @param x [T][m]; NaN is not observed, and an empty row nothing at all
   */
  public ParticleFiltering filter(NonlinearModel model, double[][] x, Randomness randomness) {
    List<ParticleFiltering.Step> steps = new ArrayList<>();
    States states = new States(model, x);
    ParticleFilter.run(
        states,
        x.length,
        randomness,
        (t, ancestors, weights, logLikelihood) ->
            steps.add(
                new ParticleFiltering.Step(
                    new PointCloud(states.states, weights.clone()), ancestors, logLikelihood)));
    return new ParticleFiltering(model, steps);
  }

  /** Only log p̂(xₜ|x₁:ₜ₋₁) of the same [T], and no particle is kept. */
  public double[] logLikelihoods(NonlinearModel model, double[][] x, Randomness randomness) {
    double[] logLikelihoods = new double[x.length];
    ParticleFilter.run(
        new States(model, x),
        x.length,
        randomness,
        (t, ancestors, weights, logLikelihood) -> logLikelihoods[t] = logLikelihood);
    return logLikelihoods;
  }

  /** Weights are kept as logarithms, which long series with few particles need. */
  private final class States implements Particles {
    private final NonlinearModel model;
    private final double[][] x;
    private final int size;
    private final double[] logWeights = new double[particles];
    private double[] states;

    States(NonlinearModel model, double[][] x) {
      this.model = model;
      this.x = x;
      size = model.prior().size();
      states = new double[particles * size];
      weighEqually();
    }

    private void weighEqually() {
      Arrays.fill(logWeights, -StrictMath.log(particles));
    }

    @Override
    public int count() {
      return particles;
    }

    @Override
    public void resample(int[] ancestors) {
      states = Cloud.chosen(states, size, ancestors);
      weighEqually();
    }

    @Override
    public void move(int t, double[] weights, boolean isResampled, Randomness random) {
      Proposed proposed =
          StepErrors.of(
              t,
              () ->
                  proposal.draw(model.into(t), states, particles, model.emission(t), x[t], random));
      states = proposed.states();
      for (int i = 0; i < particles; i++) logWeights[i] += proposed.logWeights()[i];
    }

    @Override
    public double weigh(int t, double[] weights) {
      return LogWeights.normalise(logWeights, weights);
    }
  }
}
