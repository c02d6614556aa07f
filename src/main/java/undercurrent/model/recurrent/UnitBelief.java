package undercurrent.model.recurrent;

/**
 * What a continuous recurrent unit knows of the rows of a sequence, in the model's units.
 *
 * @param mean of the latent state: what is observed of it, and behind that the memory, {@code
 *     [T][2n]}
 * @param deviation of the same, standard ones, {@code [T][2n]}
 * @param observedMean {@code [T][D]}
 * @param observedDeviation with the noise of an observation, {@code [T][D]}
 */
public record UnitBelief(
    double[][] mean, double[][] deviation, double[][] observedMean, double[][] observedDeviation) {
  UnitBelief(int steps, int latentSize, int observationSize) {
    this(
        new double[steps][latentSize],
        new double[steps][latentSize],
        new double[steps][observationSize],
        new double[steps][observationSize]);
  }

  /** T. */
  public int steps() {
    return mean.length;
  }
}
