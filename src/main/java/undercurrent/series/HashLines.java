package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import undercurrent.series.RowReader.HashLine;
import undercurrent.series.RowReader.Row;

/**
 * Decides what the lines that begin with {@code #} are: comments, a header such as {@code #t,x}, or
 * rows whose names begin so, such as {@code #12}.
 */
final class HashLines {
  private final List<Row> rows;
  private final List<HashLine> lines;
  private final Separator separator;

  private HashLines(List<Row> rows, List<HashLine> lines, Separator separator) {
    this.rows = rows;
    this.lines = lines;
    this.separator = separator;
  }

  /** All rows in the order of the file; what was left out or taken for a header is noted. */
  static List<Row> placed(
      List<Row> rows, List<HashLine> lines, Separator separator, List<String> notes) {
    return lines.isEmpty() ? rows : new HashLines(rows, lines, separator).placed(notes);
  }

  private List<Row> placed(List<String> notes) {
    List<HashLine> above = lines.stream().filter(l -> l.rowsBefore() == 0).toList();
    List<HashLine> below = lines.stream().filter(l -> l.rowsBefore() > 0).toList();
    // Without any other row, all of them are rows.
    boolean onlyHash = rows.isEmpty();
    List<Row> all = new ArrayList<>();
    int comments = 0;
    if (onlyHash && above.stream().anyMatch(l -> cells(l.text()).length > 1)) {
      above.forEach(l -> all.add(row(l)));
    } else {
      List<Row> header = header(above);
      all.addAll(header);
      comments += above.size() - header.size();
      if (!header.isEmpty()) {
        notes.add(SeriesWords.of("hashLines.header", all.getFirst().line()));
      }
    }
    all.addAll(rows);
    if (below.stream().anyMatch(this::isRow)) {
      // A list that is sorted by the line is in the order of the file.
      below.forEach(l -> all.add(row(l)));
      all.sort((a, b) -> Long.compare(a.line(), b.line()));
    } else {
      comments += below.size();
    }
    if (comments > 0) {
      notes.add(SeriesWords.counted("hashLines.comments", comments, comments));
    }
    return all;
  }

  /**
   * Below the first row a line with cells is a row. Where blanks stand between cells a sentence has
   * cells too: it is a row when it has as many as the others.
   */
  private boolean isRow(HashLine line) {
    int count = cells("#" + line.text()).length;
    return separator == Separator.SPACE ? count == rows.getLast().cells().length : count > 1;
  }

  /** The last line above a table without a header, when its cells are names. */
  private List<Row> header(List<HashLine> above) {
    if (above.isEmpty() || rows.isEmpty() || HeaderGuess.isHeader(sameWidth())) return List.of();
    HashLine last = above.getLast();
    String[] names = cells(last.text());
    boolean fits = names.length > 1 && names.length == rows.getFirst().cells().length;
    if (!fits || !Arrays.stream(names).allMatch(HeaderGuess::isWord)) return List.of();
    return Collections.singletonList(new Row(last.line(), names));
  }

  /** The rows that are as wide as the first. */
  private List<String[]> sameWidth() {
    int width = rows.getFirst().cells().length;
    return rows.stream().map(Row::cells).filter(c -> c.length == width).toList();
  }

  private Row row(HashLine line) {
    return new Row(line.line(), cells("#" + line.text()));
  }

  private String[] cells(String text) {
    return RowReader.cells(text.strip(), separator);
  }
}
