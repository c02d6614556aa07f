package undercurrent.sweep;

import java.util.ArrayList;
import java.util.List;
import undercurrent.series.NumberWords;
import undercurrent.training.Criterion;

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
    if (table.isIncomparable()) sentences.add(Words.of("sweepWords.incomparable"));
    table.criterion().ifPresent(criterion -> sentences.add(compared(table, criterion)));
    return String.join(" ", sentences);
  }

  private static String compared(SweepTable table, Criterion criterion) {
    String key = criterion.isHigherBetter() ? "sweepWords.higher" : "sweepWords.lower";
    return Words.of(key, measured(table, criterion));
  }

  /** What runs are compared by. */
  static String measured(SweepTable table, Criterion criterion) {
    return Words.of("measured." + table.measured(), criterion.words());
  }

  private static String first(List<Outcome> all, Outcome.Status status) {
    return all.stream()
        .filter(o -> o.status() == status)
        .findFirst()
        .map(Outcome::message)
        .orElse("");
  }
}
