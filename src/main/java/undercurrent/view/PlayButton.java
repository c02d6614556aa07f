package undercurrent.view;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.ToggleButton;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.figure.Figure;
import undercurrent.figure.Score;
import undercurrent.session.Player;

/** Plays the roll on the screen, and stops; while it plays, the cursor goes along. */
final class PlayButton extends ToggleButton {
  private final Lab lab;
  private final Supplier<Optional<Figure>> figure;
  private final Player player;

  /**
   * A button that is not pressed.
   *
   * @param figure that is on the screen
   */
  PlayButton(Lab lab, Supplier<Optional<Figure>> figure, Player player) {
    super(null, new FontIcon(Material2MZ.MUSIC_NOTE));
    this.lab = lab;
    this.figure = figure;
    this.player = player;
    setId("music");
    getStyleClass().addAll("flat", "button-icon", "small");
    setFocusTraversable(false);
    Tips.put(this, "music.tip");
    managedProperty().bind(visibleProperty());
    selectedProperty()
        .addListener(
            (o, before, now) -> {
              if (now) begin();
              else player.close();
            });
    lab.openedProperty().addListener((o, before, now) -> setSelected(false));
    sceneProperty()
        .flatMap(scene -> scene.windowProperty())
        .addListener(
            (o, before, window) -> {
              if (window == null) return;
              window.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> setSelected(false));
            });
  }

  private void begin() {
    Optional<Score> score = figure.get().flatMap(Score::of);
    if (score.isEmpty()) {
      setSelected(false);
      say("music.nothing");
      return;
    }
    player.play(
        score.get().music(),
        quarters -> Platform.runLater(() -> follow(score.get().time(quarters))),
        end -> Platform.runLater(() -> ended(end)));
  }

  private void follow(double time) {
    if (isSelected()) lab.cursorProperty().set(OptionalDouble.of(time));
  }

  private void ended(Player.End end) {
    switch (end) {
      case FINISHED -> setSelected(false);
      case NO_SOUND -> {
        setSelected(false);
        say("music.noSound");
      }
      // This button was released, or another piece is played.
      case STOPPED -> {}
    }
  }

  private void say(String key) {
    lab.troubleProperty().set(Optional.of(Words.of(key)));
  }
}
