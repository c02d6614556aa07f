package undercurrent.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Makes a {@link Table} of JSON: a list of records, an object of columns, or one record a line.
 * Names within records are joined by a dot.
 */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private static final Pattern LIST =
      Pattern.compile("(?s)\\[\\s*(?:[\\[{\"\\]\\d-]|true|false|null|NaN).*");
  private static final int DEEPEST = 8;
  private final String file;
  private final JsonParser parser;
  private final List<String> notes = new ArrayList<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private boolean hasBooleans;
  private long values;

  private JsonReader(String file, String text) {
    this.file = file;
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), text);
  }

  /** True when a text begins as a list or an object does. */
  static boolean isJson(String start) {
    return start.startsWith("{") || LIST.matcher(start).matches();
  }

  static Table read(String file, String text) {
    JsonReader reader = new JsonReader(file, text);
    try (JsonParser open = reader.parser) {
      return open.nextToken() == JsonToken.START_OBJECT ? reader.object() : reader.list();
    } catch (JacksonException e) {
      throw damaged(file, e);
    }
  }

  /** Says where the text cannot be read on. */
  static SeriesException damaged(String file, JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    String sentence =
        place == null || place.getLineNr() < 1
            ? SeriesWords.of("jsonReader.damaged", file)
            : SeriesWords.of("jsonReader.damagedAt", file, place.getLineNr(), place.getColumnNr());
    return new SeriesException(sentence, e);
  }

  private Table list() {
    JsonRows rows = elements();
    if (parser.nextToken() == null) return table(rows);
    if (!rows.isOneColumn()) throw severalLists();
    // One list a line.
    JsonRows lines = new JsonRows(file);
    lines.add(List.of(rows.column()));
    return lines(lines);
  }

  private SeriesException severalLists() {
    return SeriesException.in(file, SeriesWords.of("jsonReader.severalLists"));
  }

  /** Records or lists to the end of the text, of which the first token is read. */
  private Table lines(JsonRows rows) {
    do {
      element(rows);
    } while (parser.nextToken() != null);
    return table(rows);
  }

  private JsonRows elements() {
    JsonRows rows = new JsonRows(file);
    while (parser.nextToken() != JsonToken.END_ARRAY) element(rows);
    return rows;
  }

  private void element(JsonRows rows) {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, String> row = new LinkedHashMap<>();
        fields("", 0, row, rows.count() + 1);
        rows.add(row);
      }
      case START_ARRAY -> {
        List<String> row = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (!parser.currentToken().isScalarValue()) {
            throw SeriesException.at(
                file,
                SeriesWords.of("place.record", rows.count() + 1),
                SeriesWords.of("jsonReader.nested"));
          }
          row.add(value());
        }
        rows.add(row);
      }
      default -> rows.add(value());
    }
  }

  /** The fields of an object whose start was read, with the objects in it. */
  private void fields(String prefix, int depth, Map<String, String> row, int number) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix + parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT && depth < DEEPEST) {
        fields(name + ".", depth + 1, row, number);
      } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        parser.skipChildren();
        leftOut.add(name);
      } else if (row.put(name, value()) != null) {
        throw twice(number, name);
      }
    }
  }

  /** The fields of an object within the first one; lists of plain values in it are columns. */
  private void inner(Map<String, String> row, Map<String, JsonRows> columns) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        fields(name + ".", 2, row, 1);
      } else if (token == JsonToken.START_ARRAY) {
        JsonRows values = new JsonRows(file);
        if (plain(values)) columns.put(name, values);
        else leftOut.add(name);
      } else if (row.put(name, value()) != null) {
        throw twice(1, name);
      }
    }
  }

  /** Reads a list; false when it holds more than plain values. */
  private boolean plain(JsonRows rows) {
    boolean isPlain = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isScalarValue()) {
        rows.add(value());
      } else {
        parser.skipChildren();
        isPlain = false;
      }
    }
    return isPlain && rows.count() > 0;
  }

  private SeriesException twice(int number, String name) {
    return SeriesException.at(
        file,
        SeriesWords.of("place.record", number),
        SeriesWords.of("jsonReader.recordTwice", Excerpt.of(name)));
  }

  private String value() {
    if (++values > TableSource.MOST_CELLS) {
      throw SeriesException.in(file, SeriesWords.of("jsonReader.tooLarge"));
    }
    return switch (parser.currentToken()) {
      case VALUE_NULL -> "";
      case VALUE_TRUE -> {
        hasBooleans = true;
        yield "1";
      }
      case VALUE_FALSE -> {
        hasBooleans = true;
        yield "0";
      }
      default -> parser.getString().strip();
    };
  }

  /** An object of columns, one list among other things, or the first of one record a line. */
  private Table object() {
    Map<String, String> single = new LinkedHashMap<>();
    Map<String, Map<String, String>> objects = new LinkedHashMap<>();
    Map<String, JsonRows> lists = new LinkedHashMap<>();
    Map<String, Map<String, JsonRows>> nested = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (single.containsKey(name) || objects.containsKey(name) || lists.containsKey(name)) {
        throw SeriesException.in(file, SeriesWords.of("jsonReader.twice", Excerpt.of(name)));
      }
      if (token == JsonToken.START_ARRAY) {
        lists.put(name, elements());
      } else if (token == JsonToken.START_OBJECT) {
        Map<String, String> inner = new LinkedHashMap<>();
        Map<String, JsonRows> columns = new LinkedHashMap<>();
        inner(inner, columns);
        objects.put(name, inner);
        if (!columns.isEmpty()) nested.put(name, columns);
      } else {
        single.put(name, value());
      }
    }
    boolean isLast = parser.nextToken() == null;
    if (isLast && !lists.isEmpty()) {
      leftOut.addAll(single.keySet());
      leftOut.addAll(objects.keySet());
      return ofLists(lists);
    }
    if (isLast && nested.size() == 1) {
      Map.Entry<String, Map<String, JsonRows>> only = nested.entrySet().iterator().next();
      leftOut.addAll(single.keySet());
      leftOut.addAll(objects.keySet());
      leftOut.remove(only.getKey());
      notes.add(SeriesWords.of("jsonReader.object", Excerpt.of(only.getKey())));
      return ofColumns(only.getValue());
    }
    nested.values().forEach(columns -> leftOut.addAll(columns.keySet()));
    if (isLast && single.isEmpty() && haveSameNames(objects)) return turned(objects);
    JsonRows rows = new JsonRows(file);
    objects.forEach(
        (name, inner) -> inner.forEach((own, value) -> single.put(name + "." + own, value)));
    leftOut.addAll(lists.keySet());
    rows.add(single);
    return isLast ? table(rows) : lines(rows);
  }

  private static boolean haveSameNames(Map<String, Map<String, String>> objects) {
    Set<Set<String>> names = new LinkedHashSet<>();
    for (Map<String, String> object : objects.values()) names.add(object.keySet());
    return objects.size() > 0 && names.size() == 1 && !names.iterator().next().isEmpty();
  }

  /** Columns whose values have the names of rows, as pandas writes them. */
  private Table turned(Map<String, Map<String, String>> columns) {
    Map<String, String> first = columns.values().iterator().next();
    JsonRows rows = new JsonRows(file);
    for (String index : first.keySet()) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("index", index);
      columns.forEach((name, column) -> row.put(name, column.getOrDefault(index, "")));
      rows.add(row);
    }
    return table(rows);
  }

  private Table ofLists(Map<String, JsonRows> lists) {
    List<String> tables = new ArrayList<>();
    lists.forEach(
        (name, rows) -> {
          if (!rows.isOneColumn()) tables.add(name);
        });
    if (tables.size() > 1) {
      throw SeriesException.in(
          file, SeriesWords.of("jsonReader.severalRecords", Excerpt.list(tables)));
    }
    if (tables.isEmpty()) return ofColumns(lists);
    String name = tables.getFirst();
    JsonRows rows = lists.getOrDefault(name, new JsonRows(file));
    JsonRows header = lists.get("columns");
    boolean named = header != null && !rows.hasNames() && header.count() == rows.width();
    for (String other : lists.keySet()) {
      if (!other.equals(name) && !(named && other.equals("columns"))) leftOut.add(other);
    }
    notes.add(SeriesWords.of("jsonReader.list", Excerpt.of(name)));
    return named && header != null
        ? table(List.of(header.column()), rows.rows(), true)
        : table(rows);
  }

  private Table ofColumns(Map<String, JsonRows> columns) {
    Map.Entry<String, JsonRows> first = columns.entrySet().iterator().next();
    int count = first.getValue().count();
    columns.forEach(
        (name, rows) -> {
          if (rows.count() == count) return;
          throw SeriesException.in(
              file,
              SeriesWords.of(
                  "jsonReader.unequal",
                  Excerpt.of(first.getKey()),
                  count,
                  Excerpt.of(name),
                  rows.count()));
        });
    if (columns.size() > RowReader.MOST_COLUMNS) {
      throw SeriesException.in(file, SeriesWords.of("jsonReader.tooWide"));
    }
    List<String[]> values = columns.values().stream().map(JsonRows::column).toList();
    List<String[]> rows = new ArrayList<>(count);
    for (int r = 0; r < count; r++) {
      String[] row = new String[values.size()];
      for (int c = 0; c < row.length; c++) row[c] = values.get(c)[r];
      rows.add(row);
    }
    return table(List.copyOf(columns.keySet()), rows, true);
  }

  private Table table(JsonRows rows) {
    return table(rows.names(), rows.rows(), rows.hasNames());
  }

  private Table table(List<String> names, List<String[]> rows, boolean header) {
    if (rows.isEmpty() || names.isEmpty()) {
      throw SeriesException.in(file, SeriesWords.of("jsonReader.noRow"));
    }
    if (hasBooleans) notes.add(SeriesWords.of("jsonReader.truth"));
    if (!leftOut.isEmpty()) {
      String list = Excerpt.list(List.copyOf(leftOut));
      notes.add(SeriesWords.counted("jsonReader.leftOut", leftOut.size(), list));
    }
    List<String> unique = TableReader.names(names.toArray(String[]::new), notes);
    return Table.of(file, FileForm.JSON, header, unique, rows, Map.of(), notes);
  }
}
