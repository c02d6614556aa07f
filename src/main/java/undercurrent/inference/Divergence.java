package undercurrent.inference;

import java.util.List;

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
        Words.of(
            count == 1 ? "diverged.one" : "diverged.many",
            count,
            diverged.length,
            series,
            first - 1,
            LearnedRange.WIDTHS));
  }
}
