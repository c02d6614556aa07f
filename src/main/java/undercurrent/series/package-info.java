/**
 * Observed data: reads a file, a sample or a generator into an immutable {@link
 * undercurrent.series.SeriesSet}, converts it to the standardised sequences that a model is fitted
 * to ({@link undercurrent.series.Dataset}), and converts estimates back to the units of the file.
 * Start at {@link undercurrent.series.Series}.
 */
@NullMarked
package undercurrent.series;

import org.jspecify.annotations.NullMarked;
