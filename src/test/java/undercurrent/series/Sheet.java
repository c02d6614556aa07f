package undercurrent.series;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import undercurrent.series.OddTable.Owed;

/** A table on its way to a file: its cells, how they are written, and what a reader owes them. */
final class Sheet {
  private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  /** One cell; whether a reader has to find a number in it. */
  record Cell(String text, boolean isNumber) {}

  /** The cells of one row, which the changes of a sheet replace. */
  static final class Row {
    final List<Cell> cells = new ArrayList<>();
    boolean isRaw;
  }

  final List<String> names = new ArrayList<>();
  final List<Row> rows = new ArrayList<>();

  /** Lines above the header, and lines above a row. */
  final List<String> above = new ArrayList<>();

  final Map<Row, String> between = new LinkedHashMap<>();

  /** Cells of a row of units; empty when there is none. */
  final List<String> units = new ArrayList<>();

  char separator = ',';
  char decimalSign = '.';
  String lineBreak = "\n";
  String end = "\n";
  boolean hasHeader = true;
  boolean quotesAll;
  boolean isJson;
  Charset charset = StandardCharsets.UTF_8;
  String mark = "";
  int timeColumn = -1;
  ImportChoices choices = ImportChoices.AUTOMATIC;
  private Owed owed = Owed.OPENS;
  private final Set<Row> culprits = new HashSet<>();
  private boolean isWholeFilesFault;
  private final StringBuilder told = new StringBuilder();

  void tell(String what) {
    told.append(told.isEmpty() ? "" : "; ").append(what);
  }

  /** Nothing is known about whether it is opened. */
  void mayBeRefused() {
    owed = Owed.EITHER;
  }

  /** A column whose values come again may tell series apart, so that a time may come again too. */
  void mayTellSeriesApart() {
    if (!culprits.isEmpty()) mayBeRefused();
  }

  /** It has to be refused because of a row. */
  void isRefusedFor(Row row) {
    culprits.add(row);
    if (owed == Owed.OPENS) owed = Owed.REFUSED;
  }

  /** It has to be refused as a whole. */
  void isRefused() {
    isWholeFilesFault = true;
    if (owed == Owed.OPENS) owed = Owed.REFUSED;
  }

  boolean hasTime() {
    return timeColumn >= 0;
  }

  int width() {
    return names.size();
  }

  void set(Row row, int column, String text, boolean isNumber) {
    row.cells.set(column, new Cell(text, isNumber));
  }

  OddTable done() {
    Set<Integer> lines = new HashSet<>();
    String text = isJson ? json(lines) : text(lines);
    int[] numbers = new int[width()];
    for (Row row : rows) {
      for (int c = 0; c < Math.min(numbers.length, row.cells.size()); c++) {
        if (row.cells.get(c).isNumber()) numbers[c]++;
      }
    }
    return new OddTable(
        (mark + text).getBytes(charset),
        choices,
        owed,
        told.toString(),
        numbers,
        rows.size(),
        isWholeFilesFault ? Set.of() : Set.copyOf(lines),
        List.copyOf(names));
  }

  private String text(Set<Integer> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : above) text.append(line).append(lineBreak);
    if (hasHeader) line(text, names, false);
    if (!units.isEmpty()) line(text, units, false);
    int counted = 0;
    int line = 1;
    for (Row row : rows) {
      if (between.containsKey(row)) text.append(between.get(row)).append(lineBreak);
      line += (int) BREAK.matcher(text).region(counted, text.length()).results().count();
      counted = text.length();
      if (culprits.contains(row)) lines.add(line);
      line(text, row.cells.stream().map(Cell::text).toList(), row.isRaw);
    }
    text.setLength(Math.max(0, text.length() - lineBreak.length()));
    return text.append(end).toString();
  }

  private void line(StringBuilder text, List<String> cells, boolean isRaw) {
    for (int c = 0; c < cells.size(); c++) {
      if (c > 0) text.append(separator);
      text.append(isRaw ? cells.get(c) : quoted(cells.get(c)));
    }
    text.append(lineBreak);
  }

  private String quoted(String cell) {
    boolean needs =
        quotesAll
            || cell.indexOf(separator) >= 0
            || cell.indexOf('"') >= 0
            || cell.indexOf('\n') >= 0
            || cell.indexOf('\r') >= 0;
    return needs ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  /** Names and rows apart, since names may come twice. */
  private String json(Set<Integer> lines) {
    StringBuilder text = new StringBuilder("{\"columns\":[");
    for (int c = 0; c < width(); c++) text.append(c > 0 ? "," : "").append(string(names.get(c)));
    text.append("],\"data\":[");
    for (int r = 0; r < rows.size(); r++) {
      text.append(r > 0 ? ",\n[" : "\n[");
      if (culprits.contains(rows.get(r))) lines.add(r + 1);
      List<Cell> cells = rows.get(r).cells;
      for (int c = 0; c < cells.size(); c++) {
        String cell = cells.get(c).text();
        boolean isBare = cells.get(c).isNumber() && JSON_NUMBER.matcher(cell).matches();
        text.append(c > 0 ? "," : "");
        text.append(cell.isEmpty() ? "null" : isBare ? cell : string(cell));
      }
      text.append(']');
    }
    return text.append("]}").toString();
  }

  private static String string(String text) {
    StringBuilder string = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') string.append('\\').append(c);
      else if (c < ' ') string.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      else string.append(c);
    }
    return string.append('"').toString();
  }
}
