package undercurrent.view.chart;

import io.fair_acc.chartfx.XYChart;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/**
 * A handle along the epochs of a training curve: dragged, it goes back to an earlier epoch; the
 * arrow keys move it from one kept epoch to the next. Small marks say which epochs are kept.
 */
public final class EpochStrip extends Pane {
  private static final double HEIGHT = 16;
  private static final double RADIUS = 6;
  private static final double MARK = 2;
  private static final PseudoClass EARLIER = PseudoClass.getPseudoClass("earlier");
  private final XYChart chart;
  private final FigureAxis axis;
  private final Line track = new Line();
  private final Pane marks = new Pane();
  private final Circle handle = new Circle(RADIUS);
  private List<Integer> kept = List.of();
  private OptionalInt shown = OptionalInt.empty();
  private DoubleConsumer onEpoch = epoch -> {};
  private IntConsumer onMove = by -> {};

  EpochStrip(XYChart chart, FigureAxis axis) {
    this.chart = chart;
    this.axis = axis;
    setId("epochs");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    track.getStyleClass().add("epoch-track");
    handle.getStyleClass().add("epoch-handle");
    getChildren().addAll(track, marks, handle);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    chart.getCanvas().widthProperty().addListener((o, before, now) -> requestLayout());
    axis.minProperty().addListener((o, before, now) -> requestLayout());
    axis.maxProperty().addListener((o, before, now) -> requestLayout());
  }

  /** Called with the epoch that the handle is dragged to. */
  public void onEpoch(DoubleConsumer listener) {
    onEpoch = listener;
  }

  /** Called with 1 or −1 for a move to the next kept epoch or the one before. */
  public void onMove(IntConsumer listener) {
    onMove = listener;
  }

  /**
   * Shows which epochs are kept and which is shown.
   *
   * @param epochs in ascending order
   * @param now the epoch that is gone back to; empty = the newest
   */
  public void show(List<Integer> epochs, OptionalInt now) {
    boolean grown = !kept.equals(epochs);
    kept = List.copyOf(epochs);
    shown = now;
    setVisible(kept.size() > 1);
    if (grown) {
      marks.getChildren().setAll(kept.stream().map(e -> mark()).toList());
    }
    requestLayout();
  }

  private static Circle mark() {
    Circle mark = new Circle(MARK);
    mark.getStyleClass().add("epoch-mark");
    return mark;
  }

  private void drag(MouseEvent event) {
    requestFocus();
    onEpoch.accept(axis.getValueForDisplay(event.getX() - left()));
    event.consume();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, DOWN -> onMove.accept(-1);
      case RIGHT, UP -> onMove.accept(1);
      case HOME -> onEpoch.accept(0);
      case END -> onEpoch.accept(Double.POSITIVE_INFINITY);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Where the plot begins. */
  private double left() {
    Point2D corner = chart.getCanvas().localToScene(0, 0);
    Point2D here = corner == null ? null : sceneToLocal(corner);
    return here == null ? 0 : here.getX();
  }

  @Override
  protected void layoutChildren() {
    double left = left();
    double right = left + chart.getCanvas().getWidth();
    double middle = getHeight() / 2;
    track.setStartX(left);
    track.setEndX(right);
    track.setStartY(middle);
    track.setEndY(middle);
    for (int i = 0; i < kept.size(); i++) {
      Circle mark = (Circle) marks.getChildren().get(i);
      place(mark, left + axis.getDisplayPosition(kept.get(i)), left, right, middle);
    }
    int last = kept.isEmpty() ? 0 : kept.getLast();
    place(handle, left + axis.getDisplayPosition(shown.orElse(last)), left, right, middle);
    handle.pseudoClassStateChanged(EARLIER, shown.isPresent());
  }

  private static void place(Circle circle, double at, double left, double right, double middle) {
    circle.setVisible(at >= left - 1 && at <= right + 1);
    circle.setCenterX(at);
    circle.setCenterY(middle);
  }
}
