package undercurrent.figure;

import java.util.List;
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
    if (count == 0) return Words.of("seen.nothing", name);
    Range range = Range.of(values);
    long missing = values.length - count;
    return Words.of(
        "seen.summary",
        name,
        count,
        shown.moment(shown.series().times()[0]),
        shown.moment(shown.series().times()[values.length - 1]),
        Numbers.words(range.min()),
        Numbers.words(range.max()),
        missing == 0 ? "" : ", " + Words.of("seen.missing", missing));
  }

  private String estimated(Estimate e) {
    String what =
        Words.of(
            "seen.estimate",
            EstimateWords.sentence(EstimateWords.centre(e, e.observation())),
            EstimateWords.given(shown, e),
            Words.name(e.method()));
    int inside = 0;
    int all = 0;
    for (int row = 0; row < e.length() && e.from() + row < shown.series().length(); row++) {
      double value = shown.series().value(e.from() + row, channel);
      if (!Double.isFinite(value)) continue;
      all++;
      boolean above = value >= e.observation().lower().at(row, column);
      if (above && value <= e.observation().upper().at(row, column)) inside++;
    }
    return all == 0
        ? what + "."
        : Words.of(
            "seen.inBand", what, Math.round(100.0 * inside / all), all, EstimateWords.level(e));
  }
}
