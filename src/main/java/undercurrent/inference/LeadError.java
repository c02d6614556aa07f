package undercurrent.inference;

/**
 * Mean great-circle error of a track's forecasts some steps ahead, over all rows that they can
 * start at, in kilometres.
 *
 * @param steps how far ahead
 * @param hours how far ahead by the clock
 * @param model of the model's mean path
 * @param constantVelocity of going on by the last change in degrees
 * @param persistence of staying put
 * @param coverage the share of positions inside the cone, a circle around the mean path that holds
 *     the share of the sample paths that is the level of the bands; NaN where no paths are drawn
 */
public record LeadError(
    int steps,
    double hours,
    double model,
    double constantVelocity,
    double persistence,
    double coverage,
    long count) {}
