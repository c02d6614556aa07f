package undercurrent.inference;

/**
 * How far a gated transition follows its network rather than its linear step, along a path of
 * states.
 *
 * @param series index in the set
 * @param times {@code [N]}
 * @param gates of the step into each row, from 0 (linear) to 1 (network), {@code [N][Z]}
 */
public record GateActivation(int series, double[] times, double[][] gates) {}
