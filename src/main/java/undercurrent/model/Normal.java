package undercurrent.model;

import undercurrent.math.Value;

/**
 * Diagonal Gaussians on a tape, one a row.
 *
 * @param mean {@code [rows × size]}
 * @param sd standard deviations (not variances), {@code [rows × size]} or one row for all
 */
public record Normal(Value mean, Value sd) {}
