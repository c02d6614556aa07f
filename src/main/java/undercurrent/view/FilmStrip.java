package undercurrent.view;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.figure.FramePixels;
import undercurrent.series.FilmPreview;

/**
 * Some frames of a film side by side, and one of them large, which Play goes through. It stops when
 * it is no longer on a window.
 */
final class FilmStrip extends VBox {
  private static final int STRIP = 8;
  private static final int SMALL = 64;
  private static final int LARGE_WIDTH = 384;
  private static final int LARGE_HEIGHT = 192;
  private static final Duration EVERY = Duration.millis(120);
  private final List<double[]> frames;
  private final FramePixels scale;
  private final ImageView large = new ImageView();
  private final Slider place = new Slider();
  private final Timeline player = new Timeline(new KeyFrame(EVERY, e -> advance()));
  private final FontIcon icon = new FontIcon(Material2MZ.PLAY_ARROW);

  FilmStrip(FilmPreview film, boolean dark) {
    super(6);
    getStyleClass().add("film-strip");
    frames = film.frames();
    scale = new FramePixels(film.shape(), film.low(), film.high(), dark);
    HBox strip = new HBox(4);
    int shown = Math.min(STRIP, frames.size());
    for (int i = 0; i < shown; i++) {
      double[] frame = frames.get(i * frames.size() / shown);
      strip.getChildren().add(fitted(FrameImages.of(scale, frame, SMALL, SMALL), SMALL, SMALL));
    }
    fit(large, LARGE_WIDTH, LARGE_HEIGHT);
    large.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    large.setAccessibleText(film.words());
    place.setMax(frames.size() - 1);
    place.setBlockIncrement(1);
    place.setAccessibleText(Words.of("import.frame"));
    place.valueProperty().addListener((o, before, now) -> show(now.intValue()));
    player.setCycleCount(Animation.INDEFINITE);
    Button play = new Button(null, icon);
    play.getStyleClass().addAll("flat", "button-icon");
    play.setAccessibleText(Words.of("import.play"));
    Tips.put(play, Words.of("import.play"), Tips.USUAL);
    play.setOnAction(e -> toggle());
    HBox controls = new HBox(6, play, place);
    controls.setAlignment(Pos.CENTER_LEFT);
    sceneProperty()
        .addListener(
            (o, before, now) -> {
              if (now == null) stop();
            });
    getChildren().addAll(new Label(film.words()), strip, large, controls);
    show(0);
  }

  private static ImageView fitted(Image image, int width, int height) {
    ImageView view = new ImageView(image);
    fit(view, width, height);
    return view;
  }

  /** Pixels stay squares with sharp edges; frames larger than the room are made smaller. */
  private static void fit(ImageView view, int width, int height) {
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.setPreserveRatio(true);
    view.setSmooth(false);
  }

  private void show(int frame) {
    double[] shown = frames.get(Math.clamp(frame, 0, frames.size() - 1));
    large.setImage(FrameImages.of(scale, shown, LARGE_WIDTH, LARGE_HEIGHT));
  }

  private void advance() {
    place.setValue(((int) Math.round(place.getValue()) + 1) % frames.size());
  }

  private void toggle() {
    if (player.getStatus() == Animation.Status.RUNNING) {
      stop();
      return;
    }
    icon.setIconCode(Material2MZ.PAUSE);
    player.play();
  }

  private void stop() {
    player.stop();
    icon.setIconCode(Material2MZ.PLAY_ARROW);
  }
}
