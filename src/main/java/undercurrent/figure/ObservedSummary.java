package undercurrent.figure;

import java.util.List;
import java.util.Locale;
import undercurrent.inference.Estimate;

/** Says what was observed and how well the bands hold it. */
final class ObservedSummary {
  private final ShownSeries shown;
  private final int channel;
  private final int column;

  ObservedSummary(ShownSeries shown, int channel, int column) {
    this.shown = shown;
    this.channel = channel;
    this.column = column;
  }

  String words(List<Estimate> estimates) {
    StringBuilder words = new StringBuilder(observed());
    for (Estimate estimate : estimates) {
      words.append(' ').append(estimated(estimate));
      for (String note : estimate.notes()) words.append(' ').append(note);
    }
    return words.toString();
  }

  private String observed() {
    double[] values = shown.series().channel(channel);
    long count = Columns.count(values);
    String name = ShownSeries.name(shown.set().channels().get(channel));
    if (count == 0) return "Nothing was observed of %s.".formatted(name);
    Range range = Range.of(values);
    long missing = values.length - count;
    return String.format(
        Locale.ROOT,
        "%s: %d observations from %s to %s, between %s and %s%s.",
        name,
        count,
        shown.moment(shown.series().times()[0]),
        shown.moment(shown.series().times()[values.length - 1]),
        Numbers.words(range.min()),
        Numbers.words(range.max()),
        missing == 0 ? "" : ", " + missing + " missing");
  }

  private String estimated(Estimate e) {
    String what =
        "%s, %s, by %s"
            .formatted(
                EstimateWords.sentence(EstimateWords.centre(e, e.observation())),
                EstimateWords.given(shown, e),
                e.method());
    int inside = 0;
    int all = 0;
    for (int row = 0; row < e.length() && e.from() + row < shown.series().length(); row++) {
      double value = shown.series().value(e.from() + row, channel);
      if (!Double.isFinite(value)) continue;
      all++;
      boolean above = value >= e.observation().lower()[row][column];
      if (above && value <= e.observation().upper()[row][column]) inside++;
    }
    return all == 0
        ? what + "."
        : String.format(
            Locale.ROOT,
            "%s: %s %% of %d observations lie in the %s band.",
            what,
            Math.round(100.0 * inside / all),
            all,
            EstimateWords.level(e));
  }
}
