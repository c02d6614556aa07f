package undercurrent.view;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import undercurrent.session.Snapshot.State;

/**
 * What can be done on the first screen, beside the line that can be dragged. It goes away for good
 * when the line was moved, when Play was pressed or when it was closed.
 */
final class FirstHint extends HBox {
  private static final double GAP = 7;
  private static final double ARROW = 7;

  private final Lab lab;
  private final Label words = new Label(Words.of("hint.first"));
  private final Polygon arrow = new Polygon(0, ARROW, ARROW, 0, ARROW, 2 * ARROW);
  private final HBox bubble;
  private Optional<Point2D> line = Optional.empty();
  private boolean wanted;

  FirstHint(Lab lab) {
    this.lab = lab;
    setId("first-hint");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    Button close = new IconButton(new FontIcon(Material2AL.CLOSE));
    close.setFocusTraversable(true);
    close.setOnAction(e -> used());
    Tips.put(close, "hint.close");
    bubble = new HBox(6, words, close);
    bubble.getStyleClass().add("first-hint");
    bubble.setAlignment(Pos.CENTER_LEFT);
    arrow.getStyleClass().add("first-hint-arrow");
    setAlignment(Pos.CENTER_LEFT);
    setManaged(false);
    setPickOnBounds(false);
    setVisible(false);
    getChildren().addAll(arrow, bubble);
    lab.openedProperty().addListener((o, before, now) -> wanted(false));
    lab.cursor().restingProperty().addListener((o, before, now) -> usedIfShown());
    lab.replay().momentProperty().addListener((o, before, now) -> usedIfShown());
    lab.snapshotProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null && now.state() == State.RUNNING) usedIfShown();
            });
  }

  /** Shows it, unless it was used or closed before. */
  void offer() {
    wanted(!lab.preferences().hintedProperty().get());
  }

  /** Closes it for good; false when there was nothing to close. */
  boolean close() {
    if (!wanted) return false;
    used();
    return true;
  }

  private void usedIfShown() {
    if (wanted) used();
  }

  private void used() {
    lab.preferences().hintedProperty().set(true);
    wanted(false);
  }

  private void wanted(boolean isWanted) {
    wanted = isWanted;
    place();
  }

  /** Points at the line of the cursor: where it is in the scene, or nowhere. */
  void pointTo(Optional<Point2D> grip) {
    line = grip;
    place();
  }

  private void place() {
    boolean visible = wanted && line.isPresent() && getParent() != null;
    setVisible(visible);
    if (!visible) return;
    Point2D grip = getParent().sceneToLocal(line.orElseThrow());
    autosize();
    relocate(grip.getX() + GAP, grip.getY() - getHeight() / 2);
  }
}
