package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import undercurrent.inference.Estimate;
import undercurrent.inference.NumberRows;
import undercurrent.series.Channel;

/**
 * What was changed by hand in one channel of a series: values that were hidden, with what fills
 * them in and how many of them its band holds, and values as they were read where others stand now.
 */
final class EditMarks {
  /** So many changed values are drawn one by one, more as a line. */
  private static final int ONE_BY_ONE = 12;

  private final ShownSeries shown;
  private final double[] before;
  private final double[] now;
  private final int column;
  private final Optional<Estimate> smoothed;

  /**
   * @param channel index in the set's channels
   * @param column its place among the observed ones
   */
  EditMarks(ShownSeries shown, Retouched retouched, int series, int channel, int column) {
    this.shown = shown;
    // The same channel may stand at another place there.
    String name = shown.set().channels().get(channel).name();
    List<String> names = retouched.original().channels().stream().map(Channel::name).toList();
    before = retouched.original().series().get(series).channel(names.indexOf(name));
    now = shown.series().channel(channel);
    this.column = column;
    smoothed = retouched.smoothed().filter(e -> e.series() == series && e.length() > 0);
  }

  private boolean isHidden(int row) {
    return row >= 0
        && row < now.length
        && Double.isFinite(before[row])
        && !Double.isFinite(now[row]);
  }

  private boolean isNearHidden(int row) {
    return isHidden(row) || isHidden(row - 1) || isHidden(row + 1);
  }

  private boolean isAnyHidden() {
    for (int t = 0; t < now.length; t++) if (isHidden(t)) return true;
    return false;
  }

  /** Mean and band over hidden rows, as far as the rows beside them. */
  List<Mark> filled() {
    if (smoothed.isEmpty() || !isAnyHidden()) return List.of();
    Estimate e = smoothed.get();
    return List.of(
        new Mark.Band(
            "",
            EstimateWords.ink(e.conditioning()),
            e.times(),
            near(e, e.observation().lower()),
            near(e, e.observation().upper())),
        new Mark.Line(
            Words.of(
                "edit.filled", EstimateWords.centre(e, e.observation()), EstimateWords.level(e)),
            EstimateWords.ink(e.conditioning()),
            Mark.Stroke.SOLID,
            e.times(),
            near(e, e.observation().median())));
  }

  private double[] near(Estimate e, NumberRows values) {
    double[] own = values.column(column);
    for (int i = 0; i < own.length; i++) if (!isNearHidden(e.from() + i)) own[i] = Double.NaN;
    return own;
  }

  /** Hidden values, and values as they were read. */
  List<Mark> points() {
    List<Mark> marks = new ArrayList<>();
    double[] times = shown.series().times();
    double[] hidden = before.clone();
    double[] changed = before.clone();
    int count = 0;
    for (int t = 0; t < now.length; t++) {
      if (!isHidden(t)) hidden[t] = Double.NaN;
      boolean isChanged = Double.isFinite(before[t]) && before[t] != now[t] && !isHidden(t);
      if (isChanged) count++;
      else changed[t] = Double.NaN;
    }
    if (count > ONE_BY_ONE) {
      marks.add(new Mark.Line(Words.of("edit.read"), Ink.DATA, Mark.Stroke.FAINT, times, before));
    } else if (count > 0) {
      marks.add(
          new Mark.Points(Words.of("edit.read"), Ink.DATA, Mark.Shape.DIAMOND, times, changed));
    }
    if (!Columns.isEmpty(hidden)) {
      marks.add(new Mark.Points(inBand(), Ink.DATA, Mark.Shape.CROSS, times, hidden));
    }
    return marks;
  }

  /** How many of the hidden values the band holds. */
  String inBand() {
    long all = Arrays.stream(hiddenRows()).count();
    if (smoothed.isEmpty()) return Words.count("edit.hidden", all);
    Estimate e = smoothed.get();
    int inside = 0;
    for (int t : hiddenRows()) {
      int i = t - e.from();
      if (i < 0 || i >= e.length()) continue;
      double low = e.observation().lower().at(i, column);
      if (before[t] >= low && before[t] <= e.observation().upper().at(i, column)) inside++;
    }
    return Words.of(
        inside == 1 ? "edit.insideOne" : "edit.insideMany",
        inside,
        Words.count("edit.hidden", all),
        EstimateWords.level(e));
  }

  private int[] hiddenRows() {
    return IntStream.range(0, now.length).filter(this::isHidden).toArray();
  }

  /** What of it a sentence says; empty where nothing is changed. */
  String words() {
    StringBuilder words = new StringBuilder();
    int changed = 0;
    for (int t = 0; t < now.length; t++) {
      if (Double.isFinite(before[t]) && Double.isFinite(now[t]) && before[t] != now[t]) changed++;
    }
    if (isAnyHidden()) words.append(' ').append(Words.of("edit.byHand", inBand()));
    if (changed > 0) words.append(' ').append(Words.count("edit.changed", changed));
    return words.toString();
  }
}
