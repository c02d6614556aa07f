package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import undercurrent.text.Visible;

/** Makes a {@link Table} of a text: finds its width, its header and where it begins. */
final class TableReader {
  private static final int MOST_NOTES = 8;
  private static final int UNITS_NAMED = 5;
  private static final Pattern RULE = Pattern.compile(":?[-=]{2,}:?|[-=+]{3,}");
  private final TextSource source;
  private final List<String> notes = new ArrayList<>();

  private TableReader(TextSource source) {
    this.source = source;
  }

  static Table read(TextSource source, ImportChoices choices) {
    return new TableReader(source).read(choices);
  }

  private Table read(ImportChoices choices) {
    Separator separator = choices.separator().orElseGet(() -> SeparatorGuess.of(source.text()));
    List<RowReader.Row> rows =
        RowReader.read(SeparatorLine.without(source, notes), separator, notes);
    if (rows.isEmpty())
      throw SeriesException.in(source.name(), SeriesWords.of("tableReader.blank"));
    if (source.encoding().equals("Windows-1252")) {
      notes.add(SeriesWords.of("tableReader.encoding"));
    }
    int above = choices.header().orElse(true) ? Preamble.length(rows) : 0;
    rows = withoutFirst(rows, above);
    int width = usualWidth(rows);
    if (above == 0) rows = withoutFirst(rows, titles(rows, width));
    List<String[]> cells = new ArrayList<>(rows.size());
    for (RowReader.Row row : rows) cells.add(fitted(row, width));
    boolean header = choices.header().orElseGet(() -> HeaderGuess.isHeader(cells));
    List<String> names = names(header ? cells.getFirst() : new String[width], notes);
    if (header && cells.size() > 2 && isRule(cells.get(1))) {
      notes.add(SeriesWords.of("tableReader.rule", rows.get(1).line()));
      cells.remove(1);
      rows = new ArrayList<>(rows);
      rows.remove(1);
    }
    boolean units = header && UnitRow.isFirst(cells.subList(1, cells.size()));
    if (units) noteUnits(rows.get(1));
    int first = units ? 2 : header ? 1 : 0;
    long[] lines = rows.stream().skip(first).mapToLong(RowReader.Row::line).toArray();
    return new Table(
        source.name(),
        FileForm.TEXT,
        Optional.of(separator),
        header,
        names,
        List.copyOf(cells.subList(first, cells.size())),
        lines,
        units ? Arrays.stream(cells.get(1)).map(UnitRow::unit).toList() : List.of(),
        Map.of(),
        false,
        List.copyOf(notes));
  }

  /** Lines below the names, as in {@code |---|:--|}. */
  private static boolean isRule(String[] cells) {
    boolean some = false;
    for (String cell : cells) {
      if (!cell.isEmpty() && !RULE.matcher(cell).matches()) return false;
      some |= !cell.isEmpty();
    }
    return some;
  }

  private void noteUnits(RowReader.Row row) {
    String found =
        Arrays.stream(row.cells())
            .filter(c -> !Cells.isMissing(c))
            .map(Excerpt::of)
            .limit(UNITS_NAMED)
            .collect(Collectors.joining(", "));
    notes.add(SeriesWords.of("tableReader.units", row.line(), found));
  }

  private static int usualWidth(List<RowReader.Row> rows) {
    Map<Integer, Integer> counts = new HashMap<>();
    int from = 0;
    for (int i = 1; i <= rows.size(); i++) {
      int width = rows.get(from).cells().length;
      if (i < rows.size() && rows.get(i).cells().length == width) continue;
      counts.merge(width, i - from, Integer::sum);
      from = i;
    }
    int first = rows.getFirst().cells().length;
    int best = first;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > counts.getOrDefault(best, 0)) best = entry.getKey();
    }
    // A header may be wider than rows that end early: they are the ones to complain about.
    return first > 1 ? first : best;
  }

  /** Lines of one cell, such as a title, above a table of more columns. */
  private static int titles(List<RowReader.Row> rows, int width) {
    int first = 0;
    while (width > 1 && first < rows.size() && rows.get(first).cells().length == 1) first++;
    return first == rows.size() ? 0 : first;
  }

  private List<RowReader.Row> withoutFirst(List<RowReader.Row> rows, int first) {
    if (first == 0) return rows;
    notes.add(SeriesWords.counted("tableReader.first", first, first));
    return rows.subList(first, rows.size());
  }

  /** A row of the table's width; empty cells too many at its end are dropped. */
  private String[] fitted(RowReader.Row row, int width) {
    String[] cells = row.cells();
    int count = cells.length;
    while (count > width && cells[count - 1].isEmpty()) count--;
    if (count != width) {
      throw SeriesException.at(
          source.name(), row.line(), SeriesWords.counted("tableReader.cells", count, width, count));
    }
    return count == cells.length ? cells : Arrays.copyOf(cells, count);
  }

  /** Names that are unique; "column 3" where the header has none. */
  static List<String> names(String[] header, List<String> notes) {
    List<String> names = new ArrayList<>(header.length);
    Set<String> taken = new HashSet<>();
    Map<String, Integer> next = new HashMap<>();
    int renamed = 0;
    for (int i = 0; i < header.length; i++) {
      String wanted = header[i] == null || header[i].isEmpty() ? "column " + (i + 1) : header[i];
      String name = wanted;
      int n = next.getOrDefault(wanted, 2);
      for (; !taken.add(name); n++) name = wanted + " (" + n + ")";
      next.put(wanted, n);
      if (!name.equals(wanted) && ++renamed <= MOST_NOTES) {
        notes.add(SeriesWords.of("tableReader.twice", Visible.name(wanted), Visible.name(name)));
      }
      names.add(name);
    }
    if (renamed > MOST_NOTES) {
      notes.add(SeriesWords.of("tableReader.numbered", (renamed - MOST_NOTES)));
    }
    return names;
  }
}
