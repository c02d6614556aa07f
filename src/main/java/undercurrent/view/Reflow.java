package undercurrent.view;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;

/**
 * Where a window is narrow for the size of its letters, the side pane is behind a button, which
 * shows it in the place of the figures, and the graph of the model is folded.
 */
final class Reflow {
  /** In pixels at the usual size of letters: the side pane and one figure need so much. */
  private static final double NARROW = 900;

  /** The same with a lesson at the right: the side pane, four figures and the lesson. */
  private static final double NARROW_BESIDE_LESSON = 1500;

  private final BorderPane root;
  private final Node side;
  private final Node centre;
  private final ToggleButton button;
  private final ModelStrip strip;
  private final Lab lab;
  private final BooleanSupplier presents;
  private boolean narrow;

  /**
   * Of a window that is wide so far.
   *
   * @param button shows and hides the side pane of a narrow window
   * @param presents whether the side pane is hidden for an audience
   */
  Reflow(
      BorderPane root,
      Node side,
      Node centre,
      ToggleButton button,
      ModelStrip strip,
      Lab lab,
      BooleanSupplier presents) {
    this.root = root;
    this.side = side;
    this.centre = centre;
    this.button = button;
    this.strip = strip;
    this.lab = lab;
    this.presents = presents;
    button.managedProperty().bind(button.visibleProperty());
    button.setVisible(false);
    button.selectedProperty().addListener((o, before, now) -> place());
    root.widthProperty().addListener((o, before, now) -> arrange());
    lab.preferences().zoomProperty().addListener((o, before, now) -> arrange());
  }

  /** Puts all where it belongs at this width. */
  void arrange() {
    if (presents.getAsBoolean() || root.getWidth() <= 0) return;
    double least = root.getRight() == null ? NARROW : NARROW_BESIDE_LESSON;
    boolean now = root.getWidth() / lab.preferences().zoomProperty().get() < least;
    if (now != narrow) {
      narrow = now;
      strip.narrow(narrow);
      button.setSelected(false);
    }
    place();
  }

  private void place() {
    button.setVisible(narrow);
    boolean over = narrow && button.isSelected();
    root.setLeft(null);
    root.setCenter(over ? side : centre);
    if (!narrow) root.setLeft(side);
  }
}
