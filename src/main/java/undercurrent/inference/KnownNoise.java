package undercurrent.inference;

/**
 * How much noise a model of known equations has, given or learned.
 *
 * @param motion deviation of what pushes the state in a unit of time, or in a step
 * @param observation deviation of the observations in their unit, or a factor of the sensors' own
 */
public record KnownNoise(double motion, double observation) {}
