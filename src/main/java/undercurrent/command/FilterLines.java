package undercurrent.command;

import undercurrent.inference.FilterComparison;
import undercurrent.inference.FilterComparison.Filter;
import undercurrent.inference.ModelNames;
import undercurrent.model.optimized.FilterErrors;
import undercurrent.series.NumberWords;

/** Several filters of the same series beside one another, as a table for people. */
record FilterLines(FilterComparison comparison) {
  private static final int[] PERCENT = {5, 25, 50, 75, 95};

  private boolean isOwn(Filter filter) {
    return filter.equals(comparison.filters().getLast());
  }

  void say(Console console) {
    console.line(
        Words.of(
            "filterLines.errors",
            comparison.filters().getFirst().errors().bySeries().length,
            Words.part(comparison.part()),
            comparison.unit().isEmpty() ? "" : " [" + comparison.unit() + "²]"));
    StringBuilder head =
        new StringBuilder(
            NumberWords.format(
                "  %-26s %9s", Words.of("filterLines.noise"), Words.of("filterLines.mean")));
    for (int p : PERCENT) head.append(NumberWords.format(" %7d %%", p));
    console.say("%s   %s", head, Words.of("filterLines.more"));
    for (Filter filter : comparison.filters()) {
      FilterErrors errors = filter.errors();
      StringBuilder line =
          new StringBuilder(
              NumberWords.format("  %-26s %9.4g", ModelNames.of(filter.name()), errors.overall()));
      for (int p : PERCENT) {
        line.append(NumberWords.format(" %9.4g", errors.quantile(p / 100.0)));
      }
      console.say("%s%s", line, isOwn(filter) ? "" : "   " + difference(filter));
    }
  }

  private String difference(Filter filter) {
    FilterErrors.Paired difference = comparison.minusOwn(filter);
    return NumberWords.format(
        "%.4g ± %.2g, z %.1f", difference.mean(), difference.standardError(), difference.z());
  }
}
