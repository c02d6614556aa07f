package undercurrent.inference;

/**
 * How the modes of a Kalman VAE are mixed along a series, and where its encodings are meanwhile.
 *
 * @param series index in the set
 * @param times {@code [N]}
 * @param encodings aₜ, encoded where something was observed, else smoothed, {@code [N][m]}
 * @param weights αₜ, each row adds up to 1, {@code [N][K]}
 * @param isObserved whether something was observed, {@code [N]}
 */
public record ModePath(
    int series, double[] times, double[][] encodings, double[][] weights, boolean[] isObserved) {}
