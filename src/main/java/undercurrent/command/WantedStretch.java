package undercurrent.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import undercurrent.inference.SeriesPart;
import undercurrent.inference.WideSeries;
import undercurrent.series.SeriesSet;
import undercurrent.series.Stretch;

/**
 * The rows that {@code --stretch FROM-TO} asks for.
 *
 * @param first counted from 1
 * @param last the last of them
 */
record WantedStretch(int first, int last) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})-([1-9]\\d{0,8})");

  static WantedStretch of(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (matcher.matches()) {
      int first = Integer.parseInt(matcher.group(1));
      int last = Integer.parseInt(matcher.group(2));
      if (first <= last) return new WantedStretch(first, last);
    }
    throw new BadUsage(Words.of("infer.stretch", text));
  }

  /** These rows of a series. */
  Stretch rows(SeriesSet set, int series) {
    int length = set.series().get(series).length();
    if (last > length) {
      String name = set.series().get(series).name();
      throw new BadUsage(Words.of("infer.stretchEnd", last, name, length));
    }
    return new Stretch(first - 1, last);
  }

  /** The same to be estimated alone, as far as there is room for that. */
  SeriesPart of(SeriesSet set, int series) {
    Stretch rows = rows(set, series);
    int most = WideSeries.watchedRows(set.observedChannels().length);
    int count = last - first + 1;
    if (count > most) throw new BadUsage(Words.of("infer.stretchRoom", count, most));
    return SeriesPart.of(set, series, rows);
  }
}
