package undercurrent.view.chart;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import undercurrent.figure.Box;
import undercurrent.figure.Extent;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureWords;
import undercurrent.figure.Frames;
import undercurrent.figure.FramesLayout;
import undercurrent.figure.Mark;
import undercurrent.figure.PlotPainter;
import undercurrent.figure.Range;

/**
 * Frames of a film on the screen, whose cells can be clicked. A new figure is drawn over the old
 * one at once.
 */
public final class FilmCanvas extends Region {
  private static final double FONT = 12;
  private static final double PADDING = 6;
  private static final Range UNIT = new Range(0, 1);
  private final Canvas canvas = new Canvas();
  private @Nullable Figure figure;
  private boolean dark;
  private double scale = 1;
  private Consumer<Pointed> onClick = pointed -> {};

  /**
   * A cell of a frame.
   *
   * @param frames that are shown
   * @param hit where in them
   */
  public record Pointed(Frames frames, FramesLayout.Hit hit) {
    /** The frame that the cell is in. */
    public Frames.Frame frame() {
      return frames.frames().get(hit.row()).get(hit.column());
    }
  }

  public FilmCanvas() {
    getStyleClass().add("film-canvas");
    setMinSize(0, 0);
    getChildren().add(canvas);
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /** Called with a cell that is clicked once. */
  public void onClick(Consumer<Pointed> listener) {
    onClick = listener;
  }

  /** Light or dark, and how much larger than usual the letters are. */
  public void look(boolean darkTheme, double fontScale) {
    dark = darkTheme;
    scale = fontScale;
    draw();
  }

  /** Shows a figure of frames. */
  public void show(Figure shown) {
    figure = shown;
    draw();
  }

  /** Tells a screen reader what is shown; not at each moment of a film. */
  public void describe() {
    if (figure != null) setAccessibleText(FigureWords.words(figure));
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() == getWidth() && canvas.getHeight() == getHeight()) return;
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private Box room() {
    double width = Math.max(1, canvas.getWidth() - 2 * PADDING);
    return new Box(PADDING, PADDING, width, Math.max(1, canvas.getHeight() - 2 * PADDING));
  }

  private void draw() {
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Figure shown = figure;
    if (shown == null || canvas.getWidth() < 2 || canvas.getHeight() < 2) return;
    new PlotPainter(shown, FONT * scale, dark, new CanvasPen(context))
        .marks(new Extent(UNIT, UNIT), room());
  }

  private void clicked(MouseEvent event) {
    boolean isSingle = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1;
    if (isSingle && event.isStillSincePress()) at(event).ifPresent(this::click);
  }

  /** Does what a click on a cell does. */
  public void click(Pointed pointed) {
    onClick.accept(pointed);
  }

  private Optional<Pointed> at(MouseEvent event) {
    Figure shown = figure;
    if (shown == null) return Optional.empty();
    for (Mark mark : shown.marks()) {
      if (!(mark instanceof Mark.Film film)) continue;
      return FramesLayout.of(film.frames(), room(), FONT * scale)
          .hit(event.getX(), event.getY())
          .map(hit -> new Pointed(film.frames(), hit));
    }
    return Optional.empty();
  }
}
