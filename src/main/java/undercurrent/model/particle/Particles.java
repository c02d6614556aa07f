package undercurrent.model.particle;

import undercurrent.math.Randomness;

/** N states of a model that a {@link ParticleFilter} moves from step to step. */
public interface Particles {
  /** N. */
  int count();

  /**
   * Replaces the states by copies of those that survive.
   *
   * @param ancestors the state that each new one is a copy of, {@code [N]}
   */
  void resample(int[] ancestors);

  /**
   * Draws the states of step t from those of the step before.
   *
   * @param weights of the step before, {@code [N]}, summing to one; not to be changed
   * @param isResampled whether numbers of the step have been drawn for resampling
   * @param random the stream of the step
   */
  void move(int t, double[] weights, boolean isResampled, Randomness random);

  /**
   * Weighs the states by the observation of step t.
   *
   * @param weights {@code [N]}; of the step before in, of this step out, both summing to one
   * @return log p̂(xₜ|x₁:ₜ₋₁) in nats; −∞ where no state can explain the observation
   */
  double weigh(int t, double[] weights);
}
