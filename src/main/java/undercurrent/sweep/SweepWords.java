package undercurrent.sweep;

import java.util.ArrayList;
import java.util.List;
import undercurrent.series.NumberWords;

/** A sweep in a few sentences. */
public final class SweepWords {
  private SweepWords() {}

  /** How many runs there are, how they ended, and what they are compared by. */
  public static String of(SweepTable table) {
    List<Outcome> all = table.outcomes();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        Words.of(
            "sweepWords.runs",
            NumberWords.count(all.size(), "run"),
            NumberWords.count(table.grid().combinations(), "combination"),
            NumberWords.count(table.grid().seeds(), "seed")));
    for (Outcome.Status status : List.of(Outcome.Status.DIVERGED, Outcome.Status.FAILED)) {
      long count = all.stream().filter(o -> o.status() == status).count();
      if (count == 0) continue;
      sentences.add(Words.counted("sweepWords." + status, count, count, first(all, status)));
    }
    if (!all.isEmpty()) sentences.add(compared(table));
    return String.join(" ", sentences);
  }

  private static String compared(SweepTable table) {
    if (!table.isComparable()) return Words.of("sweepWords.incomparable");
    boolean isHigherBetter = table.outcomes().getFirst().criterion().isHigherBetter();
    return Words.of(isHigherBetter ? "sweepWords.higher" : "sweepWords.lower", measured(table));
  }

  /** What runs are compared by. */
  static String measured(SweepTable table) {
    return Words.of(
        "measured." + table.measured(), table.outcomes().getFirst().criterion().words());
  }

  private static String first(List<Outcome> all, Outcome.Status status) {
    return all.stream()
        .filter(o -> o.status() == status)
        .findFirst()
        .map(Outcome::message)
        .orElse("");
  }
}
