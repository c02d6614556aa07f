package undercurrent.figure;

import java.util.List;
import java.util.Optional;

/** Rows of words and numbers under headings; immutable. */
public record ReportTable(String title, List<Row> rows) {
  /**
   * A row; the first cell names it.
   *
   * @param isHeading whether the rows after it stand under it
   * @param pin that a person can hold the value by, if it can be held
   */
  public record Row(boolean isHeading, List<String> cells, Optional<Pin> pin) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** A row whose value cannot be held. */
    public Row(boolean isHeading, List<String> cells) {
      this(isHeading, cells, Optional.empty());
    }
  }

  /**
   * A parameter that is learned or held.
   *
   * @param name of the parameter
   */
  public record Pin(String name, double value, boolean isHeld) {}

  public ReportTable {
    rows = List.copyOf(rows);
  }
}
