package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.math.Randomness;

/** The split of a set whose file says nothing about it. */
final class Splits {
  /** Up to so many series there are too few to set some aside. */
  private static final int FEW = 3;

  private static final double HELD_OUT = 0.15;

  private Splits() {}

  /** By time for up to three series, otherwise 70/15/15 of the series in a fixed random choice. */
  static Split chosen(int series) {
    if (series <= FEW) return Split.BY_TIME;
    int held = Math.max(1, (int) Math.round(HELD_OUT * series));
    Part[] parts = new Part[series];
    Arrays.fill(parts, Part.TRAINING);
    int[] order = Randomness.of(series).named("split by series").permutation(series);
    for (int i = 0; i < held; i++) {
      parts[order[i]] = Part.VALIDATION;
      parts[order[held + i]] = Part.TEST;
    }
    return new Split(new ArrayList<>(List.of(parts)), 1, 1);
  }
}
