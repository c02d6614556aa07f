package undercurrent.view;

import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.figure.ReportTable;

/**
 * Draws a table of words and numbers; a row of one cell takes the whole width. A value that can be
 * held has a pin.
 */
final class TableNode {
  private static final int COLUMNS = 5;
  private static final int PIN = 1;
  private static final Duration SOON = Duration.millis(300);
  private final GridPane grid = new GridPane(10, 3);

  private final Consumer<ReportTable.Pin> pinned;

  private TableNode(Consumer<ReportTable.Pin> pinned) {
    this.pinned = pinned;
    grid.getStyleClass().add("fit-table");
    for (int c = 0; c < COLUMNS; c++) {
      ColumnConstraints column = new ColumnConstraints();
      if (c == 0) column.setHgrow(Priority.ALWAYS);
      else column.setHalignment(c < COLUMNS - 1 ? HPos.RIGHT : HPos.LEFT);
      grid.getColumnConstraints().add(column);
    }
  }

  /**
   * The table.
   *
   * @param pinned takes a pin that was pressed
   */
  static Node of(ReportTable table, Consumer<ReportTable.Pin> pinned) {
    TableNode node = new TableNode(pinned);
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
      // Names and notes may be long: they go on in a further line.
      boolean areWords = c == 0 || c == COLUMNS - 2;
      label.setWrapText(areWords);
      if (areWords) label.getStyleClass().add("fit-words");
      else label.setMinWidth(GridPane.USE_PREF_SIZE);
      if (cells.isHeading()) label.getStyleClass().add("section");
      grid.add(label, c < PIN ? c : c + 1, row);
      if (count > 1 || cells.isHeading()) continue;
      label.setWrapText(true);
      GridPane.setColumnSpan(label, COLUMNS);
    }
    cells.pin().ifPresent(pin -> grid.add(button(pin), PIN, row));
  }

  private Node button(ReportTable.Pin pin) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(new FontIcon(Material2MZ.PUSH_PIN));
    button.setSelected(pin.isHeld());
    button.setId("pin-" + pin.name().replace(' ', '-'));
    button.getStyleClass().addAll("button-icon", "flat", "small", "pin");
    String words = Words.of(pin.isHeld() ? "pin.release" : "pin.hold", pin.name());
    button.setAccessibleText(words);
    Tips.put(button, words, SOON);
    button.setOnAction(e -> pinned.accept(pin));
    return button;
  }
}
