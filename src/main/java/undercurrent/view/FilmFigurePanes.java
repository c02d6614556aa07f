package undercurrent.view;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.figure.Figure;
import undercurrent.figure.MovingFigure;
import undercurrent.series.FrameShape;
import undercurrent.view.chart.FilmCanvas;

/**
 * The strip of frames and the player of the window. A click on a cell chooses the channel that is
 * looked at, and one on a strip the moment too.
 */
final class FilmFigurePanes {
  /** A strip is drawn anew at most so often while the cursor moves. */
  private static final Duration EVERY = Duration.millis(150);

  private final Lab lab;
  private final Runnable cellChosen;
  private final FilmCanvas strip = new FilmCanvas();
  private final FilmCanvas played = new FilmCanvas();
  private final MovingPane player;
  private final PauseTransition pause = new PauseTransition(EVERY);

  /**
   * @param cursorMoved is called when the strip is to be drawn anew
   * @param cellChosen is called when a cell was clicked
   */
  FilmFigurePanes(Lab lab, Runnable cursorMoved, Runnable cellChosen) {
    this.lab = lab;
    this.cellChosen = cellChosen;
    player = new MovingPane(lab, played);
    pause.setOnFinished(e -> cursorMoved.run());
    lab.cursorProperty().addListener((o, before, now) -> pause.play());
    for (FilmCanvas canvas : new FilmCanvas[] {strip, played}) {
      canvas.onClick(pointed -> choose(pointed, canvas == strip));
      lab.preferences().darkProperty().addListener((o, before, now) -> look(canvas));
      lab.preferences().zoomProperty().addListener((o, before, now) -> look(canvas));
      look(canvas);
    }
  }

  private void look(FilmCanvas canvas) {
    canvas.look(lab.preferences().darkProperty().get(), lab.preferences().zoomProperty().get());
  }

  /** Shows a strip in a pane. */
  void show(FigurePane pane, Figure figure, Supplier<Figure> maker) {
    strip.show(figure);
    strip.describe();
    pane.show(figure.title(), strip, figure, maker);
  }

  /** Plays a figure in a pane, whose choice is its title. */
  void play(FigurePane pane, Supplier<MovingFigure> maker) {
    MovingFigure figure = maker.get();
    player.show(figure);
    pane.show("", player, middle(figure), () -> middle(maker.get()));
    pane.plays(maker);
  }

  private static Figure middle(MovingFigure figure) {
    return figure.at(figure.length() / 2);
  }

  /** What is played, where a player is shown. */
  Optional<MovingFigure> played() {
    return player.getScene() == null ? Optional.empty() : player.figure();
  }

  MovingPane player() {
    return player;
  }

  private void choose(FilmCanvas.Pointed pointed, boolean withMoment) {
    @Nullable Experiment experiment = lab.openedProperty().get();
    if (experiment == null || experiment.data().frame().isEmpty()) return;
    FrameShape shape = pointed.frames().shape();
    int wanted = pointed.hit().place() * shape.channels();
    int[] observed = experiment.data().observedChannels();
    for (int d = 0; d < observed.length; d++) {
      // Land has no channel.
      if (shape.place(d) != wanted) continue;
      lab.selection().channelProperty().set(observed[d]);
      if (withMoment) lab.cursor().rest(OptionalDouble.of(pointed.frame().time()));
      cellChosen.run();
      return;
    }
  }
}
