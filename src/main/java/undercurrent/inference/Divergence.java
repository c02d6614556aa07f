package undercurrent.inference;

import java.util.List;
import java.util.Locale;

/** Counts the sample paths of a forecast that leave what a model has learned. */
final class Divergence {
  private final boolean[] diverged;
  private final LearnedRange range;
  private int count;
  private int first;

  Divergence(int paths, LearnedRange range) {
    this.range = range;
    diverged = new boolean[paths];
  }

  /**
   * Looks at all paths.
   *
   * @param step how far ahead, from one
   */
  void look(int step, float[] states, float[] emitted) {
    for (int p = 0; p < diverged.length; p++) {
      if (diverged[p] || range.holds(p, states, emitted)) continue;
      diverged[p] = true;
      if (count == 0) first = step;
      count++;
    }
  }

  /** What happened, in a sentence; nothing when all paths stayed. */
  List<String> notes(String series) {
    if (count == 0) return List.of();
    return List.of(
        String.format(
            Locale.ROOT,
            "%d of %d sample paths of the forecast of '%s' diverge%s after step %d%s: they leave"
                + " the range that the model has learned by more than %d times its width, so that"
                + " the mean says little; read the median.",
            count,
            diverged.length,
            series,
            count == 1 ? "s" : "",
            first - 1,
            count == 1 ? "" : " or later",
            LearnedRange.WIDTHS));
  }
}
