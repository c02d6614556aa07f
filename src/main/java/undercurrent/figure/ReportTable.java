package undercurrent.figure;

import java.util.List;

/** Rows of words and numbers under headings; immutable. */
public record ReportTable(String title, List<Row> rows) {
  /**
   * A row; the first cell names it.
   *
   * @param isHeading whether the rows after it stand under it
   */
  public record Row(boolean isHeading, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public ReportTable {
    rows = List.copyOf(rows);
  }
}
