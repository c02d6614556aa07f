package undercurrent.figure;

import java.util.Optional;
import undercurrent.inference.Estimate;
import undercurrent.series.SeriesSet;

/**
 * What a figure of edited data shows beside them.
 *
 * @param original the data as they were read
 * @param smoothed of the data as they are, which fills hidden rows in; of the same series
 */
public record Retouched(SeriesSet original, Optional<Estimate> smoothed) {}
