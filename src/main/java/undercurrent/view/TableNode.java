package undercurrent.view;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import undercurrent.figure.ReportTable;

/** Draws a table of words and numbers; a row of one cell takes the whole width. */
final class TableNode {
  private static final int COLUMNS = 4;
  private final GridPane grid = new GridPane(14, 3);

  private TableNode() {
    grid.getStyleClass().add("fit-table");
    for (int c = 0; c < COLUMNS; c++) {
      ColumnConstraints column = new ColumnConstraints();
      if (c == 0) column.setHgrow(Priority.ALWAYS);
      else column.setHalignment(c < COLUMNS - 1 ? HPos.RIGHT : HPos.LEFT);
      grid.getColumnConstraints().add(column);
    }
  }

  static Node of(ReportTable table) {
    TableNode node = new TableNode();
    for (int r = 0; r < table.rows().size(); r++) node.add(r, table.rows().get(r));
    ScrollPane scroll = new ScrollPane(node.grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    return scroll;
  }

  private void add(int row, ReportTable.Row cells) {
    int count = cells.cells().size();
    for (int c = 0; c < count; c++) {
      Label label = new Label(cells.cells().get(c));
      label.setMinWidth(c == 0 ? 0 : GridPane.USE_PREF_SIZE);
      if (cells.isHeading()) label.getStyleClass().add("section");
      grid.add(label, c, row);
      if (count > 1 || cells.isHeading()) continue;
      label.setWrapText(true);
      GridPane.setColumnSpan(label, COLUMNS);
    }
  }
}
