package undercurrent.series;

/**
 * A piece of one series in the units that a model is fitted to (standardised, tracks as steps in
 * metres). What was not observed is 0 in {@code values} and 0 in {@code mask}.
 *
 * @param series index in the {@link SeriesSet}
 * @param from the row of the series that step 0 is
 * @param steps T
 * @param values {@code [T·D]} row-major, D = the model's observation size
 * @param mask {@code [T·D]}, 1 = observed, 0 = missing
 */
public record Sequence(int series, int from, int steps, float[] values, float[] mask) {}
