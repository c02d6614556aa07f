/**
 * What we saw: from a file, a sample or a generator to an immutable {@link
 * undercurrent.series.SeriesSet}, and from there to the standardised sequences that a model is
 * fitted to ({@link undercurrent.series.Dataset}) and back to the units of the file. Start at
 * {@link undercurrent.series.Series}.
 */
@NullMarked
package undercurrent.series;

import org.jspecify.annotations.NullMarked;
