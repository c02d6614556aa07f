package undercurrent.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import undercurrent.text.Visible;

/** Makes the {@link SeriesSet} of a finished {@link Draft}, or says in one sentence why not. */
final class SetBuilder {
  /** What is larger is no measurement, and its square would not fit a float. */
  private static final double LARGEST = 1e18;

  private static final int FEWEST = 3;
  private final Draft draft;
  private final Table table;
  private final List<Column> channels;

  private SetBuilder(Draft draft) {
    this.draft = draft;
    this.table = draft.table();
    this.channels = ChannelGuess.channels(draft);
  }

  /**
   * What is built.
   *
   * @param rows of the table that each series was read from
   */
  record Built(SeriesSet set, List<SeriesRows> rows) {}

  static Built build(Draft draft) {
    return new SetBuilder(draft).build();
  }

  private Built build() {
    if (draft.problem().isPresent()) throw new SeriesException(draft.problem().get());
    if (draft.used(ColumnUse.OBSERVED).isEmpty()) throw nothingLeft();
    for (Column column : channels) check(column);
    for (Column column : draft.used(ColumnUse.NOISE)) checkNoise(column);
    for (Column column : draft.used(ColumnUse.INPUT)) checkInput(column);
    TrackGuess.check(draft);
    requireNames();
    TimeRows times = new TimeRows(draft);
    List<String> names = new ArrayList<>();
    List<List<Integer>> groups = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> group : SeriesGuess.groups(draft).entrySet()) {
      if (group.getValue().size() < 2 && table.rows().size() > 1) {
        draft.note(SeriesWords.of("setBuilder.oneRow", Excerpt.of(group.getKey())));
        continue;
      }
      names.add(name(group.getKey()));
      groups.add(times.ordered(group.getValue()));
    }
    List<SeriesRows> all = times.spaced(groups);
    List<Series> series = new ArrayList<>();
    for (int s = 0; s < all.size(); s++) {
      series.add(new Series(names.get(s), all.get(s).times(), values(all.get(s))));
    }
    if (series.stream().mapToInt(Series::length).max().orElse(0) < FEWEST) throw tooShort();
    SeriesSet set =
        new SeriesSet(
            name(""),
            describedChannels(),
            times.axis(series),
            series,
            split(all.stream().map(SeriesRows::rows).toList()),
            draft.frame());
    return new Built(set, all);
  }

  private SeriesException nothingLeft() {
    if (table.rows().isEmpty()) {
      return SeriesException.in(table.file(), SeriesWords.of("setBuilder.onlyHeader"));
    }
    String columns = Excerpt.list(table.names());
    String sentence =
        draft.used(ColumnUse.LEFT_OUT).stream()
            .filter(Column::isText)
            .findFirst()
            .map(
                c ->
                    SeriesWords.of(
                        "setBuilder.nothingButText",
                        columns,
                        Excerpt.of(cell(c.firstText(), c)),
                        Visible.name(c.name())))
            .orElseGet(() -> SeriesWords.of("setBuilder.nothing", columns));
    return SeriesException.in(table.file(), sentence);
  }

  private SeriesException tooShort() {
    int rows = table.rows().size();
    return SeriesException.in(
        table.file(), SeriesWords.counted("setBuilder.tooShort", rows, FEWEST));
  }

  /** Every cell of a channel is a number of ordinary size or nothing. */
  private void check(Column column) {
    if (column.isEmpty() && draft.isChosen(column)) {
      throw SeriesException.in(
          table.file(), SeriesWords.of("setBuilder.emptyColumn", Visible.name(column.name())));
    }
    int text = column.firstText();
    if (text >= 0) throw table.at(text, column.index(), CellMessage.notANumber(cell(text, column)));
    int other = column.firstOtherMark();
    if (other >= 0) {
      throw table.at(
          other,
          column.index(),
          SeriesWords.of(
              "setBuilder.otherMark",
              Excerpt.of(cell(other, column)),
              Excerpt.of(firstNumber(column))));
    }
    int outside = column.firstOutside(-LARGEST, LARGEST);
    if (outside >= 0) {
      throw table.at(
          outside,
          column.index(),
          SeriesWords.of("setBuilder.infinite", Excerpt.of(cell(outside, column))));
    }
  }

  private String firstNumber(Column column) {
    for (int row = 0; row < column.numbers().length; row++) {
      if (!Double.isNaN(column.numbers()[row])) return cell(row, column);
    }
    return "";
  }

  private void checkNoise(Column column) {
    for (int row = 0; row < column.numbers().length; row++) {
      if (column.numbers()[row] > 0 || Double.isNaN(column.numbers()[row])) continue;
      throw table.at(
          row,
          column.index(),
          SeriesWords.of("setBuilder.noDeviation", Excerpt.of(cell(row, column))));
    }
  }

  private void checkInput(Column column) {
    for (int row = 0; row < column.numbers().length; row++) {
      if (!Double.isNaN(column.numbers()[row])) continue;
      throw table.at(
          row, column.index(), SeriesWords.of("setBuilder.input", Visible.name(column.name())));
    }
  }

  private String cell(int row, Column column) {
    return table.rows().get(row)[column.index()];
  }

  private void requireNames() {
    Column column = draft.first(ColumnUse.SERIES).orElse(null);
    if (column == null) return;
    for (int row = 0; row < table.rows().size(); row++) {
      if (cell(row, column).isEmpty()) {
        throw table.at(row, column.index(), SeriesWords.of("setBuilder.noSeries"));
      }
    }
  }

  private double[][] values(SeriesRows rows) {
    double[][] values = new double[rows.length()][channels.size()];
    for (int c = 0; c < channels.size(); c++) {
      double[] numbers = channels.get(c).numbers();
      for (int t = 0; t < values.length; t++) {
        values[t][c] = rows.filled()[t] ? Double.NaN : numbers[rows.rows().get(t)];
      }
    }
    return values;
  }

  private List<Channel> describedChannels() {
    List<Channel> described = new ArrayList<>(channels.size());
    for (Column column : channels) {
      described.add(
          new Channel(
              draft.nameOf(column), draft.unitOf(column), draft.kindOf(column), role(column)));
    }
    return described;
  }

  private Channel.Role role(Column column) {
    if (draft.used(ColumnUse.TRUTH).contains(column)) return Channel.Role.TRUTH;
    if (draft.used(ColumnUse.NOISE).contains(column)) return Channel.Role.NOISE;
    return draft.used(ColumnUse.INPUT).contains(column)
        ? Channel.Role.INPUT
        : Channel.Role.OBSERVED;
  }

  private Split split(List<List<Integer>> groups) {
    return draft
        .split()
        .or(() -> draft.first(ColumnUse.SPLIT).map(c -> SplitColumn.read(draft, c, groups)))
        .orElseGet(() -> usual(groups.size()));
  }

  private Split usual(int series) {
    Split split = Splits.chosen(series);
    draft.note(splitNote(split));
    return split;
  }

  /** What the usual split is, a sentence. */
  static String splitNote(Split split) {
    return split.isByTime()
        ? SeriesWords.of("setBuilder.splitByTime")
        : SeriesWords.of("setBuilder.splitBySeries");
  }

  /** A series' own name, or the file's without its ending. */
  private String name(String own) {
    return own.isEmpty() ? withoutEnding(table.file()) : own;
  }

  /** The name of a set that was read from a file. */
  static String withoutEnding(String file) {
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }
}
