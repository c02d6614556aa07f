package undercurrent.model.exact;

import undercurrent.model.continuous.ContinuousSystem;

/**
 * The motion of a model in continuous time.
 *
 * @param unit so much of the file's time is 1 of the system's
 */
public record ContinuousMotion(ContinuousSystem system, double unit) {}
