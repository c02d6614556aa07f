package undercurrent.sweep;

import java.util.List;
import java.util.Locale;
import undercurrent.series.NumberWords;

/** A sweep in a few sentences. */
public final class SweepWords {
  private SweepWords() {}

  /** How many runs there are, how they ended, and what they are compared by. */
  public static String of(SweepTable table) {
    List<Outcome> all = table.outcomes();
    StringBuilder words = new StringBuilder();
    words.append(
        NumberWords.format(
            "%s of %s, %s each.",
            NumberWords.count(all.size(), "run"),
            NumberWords.count(table.grid().combinations(), "combination"),
            NumberWords.count(table.grid().seeds(), "seed")));
    for (Outcome.Status status : List.of(Outcome.Status.DIVERGED, Outcome.Status.FAILED)) {
      long count = all.stream().filter(o -> o.status() == status).count();
      if (count == 0) continue;
      words.append(
          NumberWords.format(
              " %s %s", NumberWords.count(count, "run"), status.name().toLowerCase(Locale.ROOT)));
      words.append(" (").append(first(all, status)).append(").");
    }
    if (all.isEmpty()) return words.toString();
    if (!table.isComparable()) {
      return words
          .append(
              " The kinds are trained on different criteria, so that their numbers must not be"
                  + " compared.")
          .toString();
    }
    return words
        .append(
            NumberWords.format(
                " They are compared by the %s of the %s part (%s); the spread is the standard"
                    + " deviation over the seeds.",
                all.getFirst().criterion().words(),
                table.measured().name().toLowerCase(Locale.ROOT),
                all.getFirst().criterion().isHigherBetter()
                    ? "higher is better"
                    : "lower is better"))
        .toString();
  }

  private static String first(List<Outcome> all, Outcome.Status status) {
    return all.stream()
        .filter(o -> o.status() == status)
        .findFirst()
        .map(Outcome::message)
        .orElse("");
  }
}
