package undercurrent.view;

import undercurrent.experiment.Experiment;
import undercurrent.series.Part;
import undercurrent.series.Roll;
import undercurrent.series.SeriesSet;

/**
 * The series that is selected when a set is opened: a series that is not trained on, if there is
 * one.
 *
 * @param channel index in the set's channels
 * @param seenShare where the forecast begins
 */
record InitialSelection(int series, int channel, double seenShare) {
  /** Keys of the view in a document. */
  static final String SERIES = "series";

  static final String CHANNEL = "channel";

  /** Where the forecast begins in a series that is not split. */
  static final double HALF = 0.5;

  /** As it was saved, or what teaches most. */
  static InitialSelection at(Experiment experiment) {
    SeriesSet set = experiment.data();
    InitialSelection usual = usual(set);
    int series = saved(experiment, SERIES, usual.series(), set.series().size());
    int channel = saved(experiment, CHANNEL, usual.channel(), set.channels().size());
    return new InitialSelection(series, channel, usual.seenShare());
  }

  private static int saved(Experiment experiment, String key, int usual, int end) {
    String text = experiment.view().getOrDefault(key, "");
    if (!text.matches("\\d{1,9}")) return usual;
    int value = Integer.parseInt(text);
    return value < end ? value : usual;
  }

  private static InitialSelection usual(SeriesSet set) {
    int channel = set.observedChannels().length == 0 ? 0 : Roll.shown(set);
    if (set.split().isByTime()) {
      int length = set.series().getFirst().length();
      int end = set.split().end(Part.VALIDATION, 0, length);
      return new InitialSelection(0, channel, end < length ? (double) end / length : HALF);
    }
    int test = set.split().bySeries().indexOf(Part.TEST);
    return new InitialSelection(Math.max(0, test), channel, HALF);
  }
}
