package undercurrent.series;

import java.util.List;

/**
 * Which part of a {@link SeriesSet} is trained on, validated on and tested on.
 *
 * <p>By series: every series belongs to one part as a whole. By time: each series is cut at the two
 * given fractions of its length.
 *
 * @param bySeries the part of each series, in order; empty when split by time
 * @param trainingFraction by time: rows before this fraction of T are for training
 * @param validationFraction by time: rows from there to this fraction are for validation, the rest
 *     is for testing
 */
public record Split(List<Part> bySeries, double trainingFraction, double validationFraction) {
  public Split {
    bySeries = List.copyOf(bySeries);
  }

  public boolean isByTime() {
    return bySeries.isEmpty();
  }
}
