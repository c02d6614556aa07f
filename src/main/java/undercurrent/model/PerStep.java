package undercurrent.model;

import undercurrent.series.Part;
import undercurrent.series.SeriesSet;

/** What a row of a part has on average. */
public final class PerStep {
  private PerStep() {}

  /** One number for each of the first rows of a series, such as log p(xₜ|x₁:ₜ₋₁). */
  @FunctionalInterface
  public interface Terms {
    double[] of(int series, int rows);
  }

  /** The mean of the terms over the rows of a part; NaN without any. */
  public static double of(SeriesSet set, Part part, Terms terms) {
    double sum = 0;
    long steps = 0;
    for (int s = 0; s < set.series().size(); s++) {
      int length = set.series().get(s).length();
      int to = set.split().end(part, s, length);
      int from = set.split().start(part, s, length);
      if (to <= from) continue;
      double[] all = terms.of(s, to);
      for (int t = from; t < to; t++) sum += all[t];
      steps += to - from;
    }
    return steps == 0 ? Double.NaN : sum / steps;
  }
}
