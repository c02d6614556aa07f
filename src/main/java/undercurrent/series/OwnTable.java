package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The table of a file with its cells as they are written, and which row is which step of which
 * series. Rows that the table lacks on its calendar stand after the row before them. Not
 * thread-safe.
 */
public final class OwnTable {
  private final Draft draft;
  private final Table table;
  private final List<SeriesRows> series;
  private final List<ColumnUse> uses;
  private @Nullable List<Row> rows;

  /**
   * One row.
   *
   * @param cells one for each name, as they are written
   * @param series that it belongs to; -1 when the row is in no series
   * @param step of the series
   * @param isAdded true when the table does not have it
   */
  public record Row(List<String> cells, int series, int step, boolean isAdded) {}

  /**
   * What was read.
   *
   * @param raw the table before times in several columns were joined, or headings became times
   */
  OwnTable(Table raw, Draft draft, List<SeriesRows> series) {
    this.draft = draft;
    this.series = series;
    boolean isTurned = raw.rows().size() != draft.table().rows().size();
    table = isTurned ? draft.table() : raw;
    Map<String, ColumnUse> read = new HashMap<>();
    for (ImportColumn column : draft.described()) read.put(column.name(), column.use());
    // A column that is no longer there was joined to the time.
    uses = table.names().stream().map(n -> read.getOrDefault(n, ColumnUse.TIME)).toList();
  }

  private List<Row> made() {
    List<Optional<Stamps>> stamps =
        IntStream.range(0, table.width())
            .mapToObj(
                c ->
                    uses.get(c) == ColumnUse.TIME && draft.times().length > 0
                        ? Optional.of(new Stamps(table, c, draft))
                        : Optional.<Stamps>empty())
            .toList();
    List<List<Row>> places = new ArrayList<>();
    for (String[] row : table.rows()) {
      places.add(new ArrayList<>(List.of(new Row(Arrays.asList(row), -1, 0, false))));
    }
    for (int s = 0; s < series.size(); s++) {
      SeriesRows steps = series.get(s);
      for (int t = 0; t < steps.length(); t++) {
        int row = steps.rows().get(t);
        if (steps.filled()[t]) {
          places.get(row).add(new Row(added(row, stamps, steps.times()[t]), s, t, true));
        } else {
          places.get(row).set(0, new Row(places.get(row).getFirst().cells(), s, t, false));
        }
      }
    }
    return places.stream().flatMap(List::stream).toList();
  }

  /** The cells of a row after another one: its time, and what tells its series and its part. */
  private List<String> added(int before, List<Optional<Stamps>> stamps, double time) {
    String[] cells = new String[table.width()];
    for (int c = 0; c < cells.length; c++) {
      cells[c] =
          switch (uses.get(c)) {
            case TIME -> stamps.get(c).map(s -> s.of(time, before)).orElse("");
            case SERIES, SPLIT -> table.rows().get(before)[c];
            case OBSERVED, TRUTH, NOISE, INPUT, LEFT_OUT -> "";
          };
    }
    return Arrays.asList(cells);
  }

  /** What stands between the cells of the file; empty when that is not one sign, or no text. */
  public Optional<Character> separator() {
    return table.separator().filter(s -> s != Separator.SPACE).map(Separator::sign);
  }

  /** What stands before the fractions of most numbers. */
  public DecimalSign decimalSign() {
    return draft.sign();
  }

  /** The names of the columns, as the file has them. */
  public List<String> names() {
    return table.names();
  }

  /** One for each name from a row of units; empty when the file has no such row. */
  public List<String> units() {
    return table.units();
  }

  /** All rows, in the order of the file. They are put together when they are first asked for. */
  public List<Row> rows() {
    List<Row> known = rows;
    if (known != null) return known;
    List<Row> made = made();
    rows = made;
    return made;
  }

  private Column channel(int channel) {
    return ChannelGuess.channels(draft).get(channel);
  }

  /** Which column holds a channel of the set. */
  public int column(int channel) {
    return table.names().indexOf(channel(channel).name());
  }

  /** A number as it is written in the column of a channel, with its currency or per cent. */
  public String number(int channel, double number) {
    Column column = channel(channel);
    String plain = Double.toString(number);
    String digits = column.sign() == DecimalSign.COMMA ? plain.replace('.', ',') : plain;
    String mark = column.mark();
    if (mark.isEmpty()) return digits;
    int place = column(channel);
    String like =
        table.rows().stream()
            .map(r -> r[place])
            .filter(c -> c.contains(mark))
            .findFirst()
            .orElse("");
    String gap = like.contains(" " + mark) || like.contains(mark + " ") ? " " : "";
    if (like.endsWith(mark)) return digits + gap + mark;
    return digits.startsWith("-") ? "-" + mark + gap + digits.substring(1) : mark + gap + digits;
  }
}
