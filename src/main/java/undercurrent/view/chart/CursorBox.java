package undercurrent.view.chart;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import undercurrent.figure.CursorValues;
import undercurrent.text.Visible;

/** The numbers at the cursor, in the half of the plot where the cursor is not. */
final class CursorBox extends GridPane {
  private static final double GAP = 6;

  CursorBox() {
    super(8, 1);
    getStyleClass().add("cursor-box");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  void hide() {
    setVisible(false);
  }

  /**
   * Shows the numbers.
   *
   * @param at where the cursor is, from the left of the plot
   */
  void show(CursorValues values, double at, double width, double height) {
    getChildren().clear();
    setVisible(!values.values().isEmpty());
    if (!isVisible()) return;
    Label place = new Label(Visible.of(values.place()));
    place.getStyleClass().add("cursor-place");
    add(place, 0, 0, 2, 1);
    for (int i = 0; i < values.values().size(); i++) {
      CursorValues.Value value = values.values().get(i);
      Label number = new Label(value.number());
      number.setMinWidth(Region.USE_PREF_SIZE);
      Label name = new Label(Visible.of(value.name()));
      add(name, 0, i + 1);
      add(number, 1, i + 1);
    }
    applyCss();
    autosize();
    Bounds size = getLayoutBounds();
    boolean fits = size.getHeight() + 2 * GAP <= height && size.getWidth() + 2 * GAP <= width;
    setVisible(fits);
    double left = at < width / 2 ? width - size.getWidth() - GAP : GAP;
    relocate(left, GAP);
  }
}
