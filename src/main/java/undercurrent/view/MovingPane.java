package undercurrent.view;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.figure.MovingFigure;
import undercurrent.view.chart.FilmCanvas;

/**
 * Plays a figure that moves. Its moment and the time cursor are one: where the cursor goes the
 * player follows, and while it plays the cursor goes along. It stops when it is no longer on a
 * window.
 */
final class MovingPane extends VBox {
  private static final double SECOND = 1e9;

  /** While a film plays the cursor follows so often: all other figures are drawn for it. */
  private static final long POINTING = 100_000_000L;

  /** In a narrower place less is shown at the usual size of letters, in pixels. */
  private static final double NARROW = 420;

  private final Lab lab;
  private final FilmCanvas canvas;
  private final Slider place = new Slider();
  private final Label moment = new Label();
  private final FontIcon icon = new FontIcon(Material2MZ.PLAY_ARROW);
  private final ChoiceBox<PlaySpeed> speed = new ChoiceBox<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          advance(now);
        }
      };
  private @Nullable MovingFigure figure;
  private int shown;
  private boolean playing;
  private boolean moving;
  private long began;
  private int beganAt;
  private long drawn;
  private long pointed;

  MovingPane(Lab lab, FilmCanvas canvas) {
    super(4);
    this.lab = lab;
    this.canvas = canvas;
    getStyleClass().add("moving-pane");
    setMinSize(0, 0);
    setVgrow(canvas, Priority.ALWAYS);
    Button play = new Button(null, icon);
    play.setId("play-film");
    play.getStyleClass().addAll("flat", "button-icon", "small");
    Tips.put(play, "frames.play");
    play.setOnAction(e -> toggle());
    place.setId("film-place");
    place.setBlockIncrement(1);
    place.setMinWidth(0);
    place.setAccessibleText(Words.of("frames.place"));
    place.valueProperty().addListener((o, before, now) -> dragged(now.doubleValue()));
    HBox.setHgrow(place, Priority.ALWAYS);
    moment.setId("film-moment");
    moment.setMinWidth(Region.USE_PREF_SIZE);
    speed.getItems().setAll(PlaySpeed.values());
    speed.setValue(PlaySpeed.USUAL);
    speed.setConverter(new ChoiceWords<>(PlaySpeed::words));
    speed.getStyleClass().addAll("dense", "small");
    speed.setId("film-speed");
    speed.setStyle("-fx-pref-width: 5.5em");
    speed.setAccessibleText(Words.of("frames.speed"));
    Tips.put(speed, Words.of("frames.speed"), Tips.USUAL);
    speed.valueProperty().addListener((o, before, now) -> begin());
    HBox controls = new HBox(6, play, place, moment, speed);
    controls.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(canvas, controls);
    lab.cursorProperty().addListener((o, before, now) -> follow(now));
    canvas.widthProperty().addListener((o, before, now) -> goTo(shown));
    sceneProperty()
        .addListener(
            (o, before, now) -> {
              if (now == null) stop();
            });
  }

  /** Shows a figure, at the moment that is shown if it has it; one at its beginning begins anew. */
  void show(MovingFigure now) {
    boolean isFirst = figure == null;
    boolean isUntouched = figure != null && shown == figure.first();
    figure = now;
    moving = true;
    place.setMax(Math.max(1, now.length() - 1.0));
    moving = false;
    if (isFirst) {
      OptionalDouble cursor = lab.cursorProperty().get();
      if (cursor.isPresent()) shown = MovingFigure.nearest(now, cursor.getAsDouble());
    }
    goTo(isUntouched ? now.first() : Math.min(shown, now.length() - 1));
    canvas.describe();
  }

  /** What is played. */
  Optional<MovingFigure> figure() {
    return Optional.ofNullable(figure);
  }

  /** How many moments were drawn since the start. */
  long drawn() {
    return drawn;
  }

  /** Plays, from the start if it is at its end; or pauses. */
  void toggle() {
    if (playing) {
      stop();
      return;
    }
    MovingFigure film = figure;
    if (film == null) return;
    if (shown >= film.length() - 1) goTo(film.first());
    playing = true;
    icon.setIconCode(Material2MZ.PAUSE);
    begin();
    timer.start();
  }

  private void stop() {
    if (playing) point();
    playing = false;
    timer.stop();
    icon.setIconCode(Material2MZ.PLAY_ARROW);
  }

  private void begin() {
    began = System.nanoTime();
    beganAt = shown;
  }

  /** What a slow machine cannot draw is left out, so that the film keeps its pace. */
  private void advance(long now) {
    MovingFigure film = figure;
    if (film == null) return;
    double perSecond = film.perSecond() * speed.getValue().factor();
    int due = beganAt + (int) ((now - began) / SECOND * perSecond);
    if (due <= shown) return;
    if (due >= film.length()) {
      goTo(film.first());
      begin();
    } else {
      goTo(due);
    }
    if (now - pointed >= POINTING) point();
  }

  private void goTo(int to) {
    MovingFigure film = figure;
    if (film == null) return;
    shown = Math.clamp(to, 0, film.length() - 1);
    double zoom = lab.preferences().zoomProperty().get();
    boolean isNarrow = canvas.getWidth() < NARROW * zoom;
    canvas.show(isNarrow ? film.narrow(shown) : film.at(shown));
    drawn++;
    moment.setText(film.words(shown));
    moving = true;
    place.setValue(shown);
    moving = false;
  }

  /** Puts the time cursor at the moment that is shown. */
  private void point() {
    MovingFigure film = figure;
    if (film == null || Double.isNaN(film.time(shown))) return;
    pointed = System.nanoTime();
    moving = true;
    lab.cursor().rest(OptionalDouble.of(film.time(shown)));
    moving = false;
  }

  private void dragged(double to) {
    if (moving) return;
    goTo((int) Math.round(to));
    begin();
    point();
  }

  private void follow(OptionalDouble cursor) {
    MovingFigure film = figure;
    if (moving || film == null || cursor.isEmpty()) return;
    int nearest = MovingFigure.nearest(film, cursor.getAsDouble());
    if (nearest == shown) return;
    goTo(nearest);
    begin();
  }

  /** How fast a film is played. */
  enum PlaySpeed {
    QUARTER(0.25),
    HALF(0.5),
    USUAL(1),
    DOUBLE(2),
    FOURFOLD(4);

    private final double factor;

    PlaySpeed(double factor) {
      this.factor = factor;
    }

    double factor() {
      return factor;
    }

    String words() {
      return switch (this) {
        case QUARTER -> Words.of("frames.speedQuarter");
        case HALF -> Words.of("frames.speedHalf");
        case USUAL -> Words.of("frames.speedUsual");
        case DOUBLE -> Words.of("frames.speedDouble");
        case FOURFOLD -> Words.of("frames.speedFourfold");
      };
    }
  }
}
