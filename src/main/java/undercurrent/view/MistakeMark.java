package undercurrent.view;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import undercurrent.text.TextMistake;

/** A line under what is wrong in a text area, which it lies above; the mouse goes through it. */
final class MistakeMark extends Pane {
  private static final double THICK = 2;
  private final TextArea area;
  private final Region line = new Region();
  private Optional<TextMistake> mistake = Optional.empty();

  MistakeMark(TextArea area) {
    this.area = area;
    line.getStyleClass().add("mistake-mark");
    line.setManaged(false);
    line.setVisible(false);
    getChildren().add(line);
    setMouseTransparent(true);
    area.scrollTopProperty().addListener((o, before, now) -> requestLayout());
    area.scrollLeftProperty().addListener((o, before, now) -> requestLayout());
  }

  /** Lies under a mistake, or nowhere. */
  void place(Optional<TextMistake> where) {
    mistake = where;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    line.setVisible(false);
    if (mistake.isEmpty() || !(area.getSkin() instanceof TextAreaSkin skin)) return;
    TextMistake here = mistake.get();
    String text = area.getText();
    int from = start(text, here.line()) + here.column() - 1;
    if (text.isEmpty()) return;
    int first = Math.clamp(from, 0, text.length() - 1);
    int last = Math.clamp(first + here.length() - 1L, first, text.length() - 1);
    area.layout();
    Rectangle2D begin = skin.getCharacterBounds(first);
    Rectangle2D end = skin.getCharacterBounds(last);
    double right = end.getMinY() == begin.getMinY() ? end.getMaxX() : begin.getMaxX();
    double left = Math.max(0, begin.getMinX());
    if (right <= left || begin.getMaxY() > getHeight()) return;
    line.resizeRelocate(left, begin.getMaxY() - THICK, Math.min(right, getWidth()) - left, THICK);
    line.setVisible(true);
  }

  /** Where a line begins. */
  private static int start(String text, int line) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', at);
      if (end < 0) return at;
      at = end + 1;
    }
    return at;
  }
}
