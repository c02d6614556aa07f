package undercurrent.inference;

/**
 * How the particles of a filter degenerate over one series.
 *
 * @param series index in the {@link undercurrent.series.SeriesSet}
 * @param particles N
 * @param times {@code [T]} in the unit of the set's time axis
 * @param effective how many particles counted at each row {@code [T]}, 1 … N
 * @param resampled whether those of a row were chosen anew by their weights {@code [T]}
 * @param survivors from how many particles of each row the last ones descend {@code [T]}
 */
public record Degeneracy(
    int series,
    int particles,
    double[] times,
    double[] effective,
    boolean[] resampled,
    int[] survivors) {}
