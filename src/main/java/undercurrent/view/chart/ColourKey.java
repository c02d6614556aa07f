package undercurrent.view.chart;

import javafx.geometry.Bounds;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import undercurrent.figure.Box;
import undercurrent.figure.Figure;
import undercurrent.figure.PlotPainter;

/** The key to the colours of a figure, beside its plot: what the colour of a path stands for. */
final class ColourKey extends Pane {
  /** A key that takes more of the width than one in so many leaves too little of the plot. */
  private static final double LEAST_SHARE = 3;

  private static final double GAP = 8;
  private final Canvas canvas = new Canvas();
  private final Canvas plot;
  private Runnable redraw = () -> {};

  /**
   * A key to nothing yet.
   *
   * @param plot where marks are drawn
   */
  ColourKey(Canvas plot) {
    this.plot = plot;
    getChildren().add(canvas);
    setMinHeight(0);
    setMouseTransparent(true);
    room(0);
    plot.heightProperty().addListener((o, before, now) -> redraw.run());
  }

  /**
   * Draws it, and again when the height of the plot changes.
   *
   * @param room of plot and key together
   */
  void show(Figure figure, double font, boolean dark, double room) {
    redraw = () -> draw(figure, font, dark, room);
    redraw.run();
  }

  private void draw(Figure figure, double font, boolean dark, double room) {
    Box box = new Box(0, GAP, 0, Math.max(1, plot.getHeight()));
    PlotPainter painter =
        new PlotPainter(figure, font, dark, new CanvasPen(canvas.getGraphicsContext2D()));
    double width = Math.ceil(painter.colourBarWidth(box));
    boolean fits = width > 0 && (width + GAP) * LEAST_SHARE <= room;
    room(fits ? width + GAP : 0);
    canvas.setWidth(fits ? width : 0);
    canvas.setHeight(fits ? box.height() + 2 * GAP : 0);
    canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (fits) painter.colourBar(box);
    place();
  }

  private void room(double width) {
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
  }

  /** Puts it beside the plot, whose place the layout finds out. */
  void place() {
    if (getScene() == null || canvas.getHeight() == 0) return;
    Bounds beside = sceneToLocal(plot.localToScene(plot.getBoundsInLocal()));
    canvas.setLayoutX(GAP);
    canvas.setLayoutY(beside.getMinY() - GAP);
  }

  /** Whether it has room. */
  boolean isShown() {
    return canvas.getHeight() > 0;
  }
}
