package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a list in JSON: records with names, lists of values, or single values. */
final class JsonRows {
  private final String file;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<String[]> rows = new ArrayList<>();
  private boolean records;
  private boolean lists;

  JsonRows(String file) {
    this.file = file;
  }

  /** A row of names and values; what a name has no value for stays empty. */
  void add(Map<String, String> row) {
    records = true;
    put(row);
  }

  /** A row of values without names. */
  void add(List<String> values) {
    lists = true;
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) row.put("column " + (i + 1), values.get(i));
    put(row);
  }

  /** A row of one value. */
  void add(String value) {
    put(Map.of("column 1", value));
  }

  private void put(Map<String, String> row) {
    for (String name : row.keySet()) places.putIfAbsent(name, places.size());
    if (places.size() > RowReader.MOST_COLUMNS
        || (rows.size() + 1L) * places.size() > TableSource.MOST_CELLS) {
      throw SeriesException.in(file, SeriesWords.of("table.tooLarge"));
    }
    String[] cells = new String[places.size()];
    Arrays.fill(cells, "");
    row.forEach((name, value) -> cells[places.getOrDefault(name, 0)] = value);
    rows.add(cells);
  }

  int count() {
    return rows.size();
  }

  int width() {
    return places.size();
  }

  boolean hasNames() {
    return records;
  }

  /** True when every element is a value of its own. */
  boolean isOneColumn() {
    return !records && !lists;
  }

  /** The values of one column. */
  String[] column() {
    return rows.stream().map(row -> row[0]).toArray(String[]::new);
  }

  List<String> names() {
    return List.copyOf(places.keySet());
  }

  /** All rows with the same width. */
  List<String[]> rows() {
    return rows.stream()
        .map(
            row -> {
              String[] whole = Arrays.copyOf(row, width());
              Arrays.fill(whole, row.length, whole.length, "");
              return whole;
            })
        .toList();
  }
}
