package undercurrent.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * The window before an audience: chosen figures fill the screen in large type, with one bar below.
 * What it changed is put back when it ends.
 */
final class Presentation {
  /** The smallest letters in pixels on a screen of 1920×1080. */
  private static final double LETTERS = 22;

  /** Letters of the numbers in a figure, the smallest of a presentation, at the usual size. */
  private static final double USUAL_LETTERS = 0.94 * 12;

  private static final String STYLE = "presentation";
  private static final double WIDTH = 1920;
  private static final double HEIGHT = 1080;

  private final BorderPane root;
  private final List<Node> hidden;
  private final FigureArrangement figures;
  private final MainController main;
  private final Lab lab;
  private final ChangeListener<Number> size = (o, before, now) -> scale();
  private Optional<Before> before = Optional.empty();
  private boolean listens;

  private record Before(
      Node left,
      Node top,
      Node bottom,
      @Nullable Node right,
      double zoom,
      List<Boolean> visible,
      List<FigurePane> chosen) {}

  /**
   * Off at first.
   *
   * @param hidden what stands above the figures
   */
  Presentation(
      BorderPane root, List<Node> hidden, FigureArrangement figures, MainController main, Lab lab) {
    this.root = root;
    this.hidden = List.copyOf(hidden);
    this.figures = figures;
    this.main = main;
    this.lab = lab;
  }

  boolean isOn() {
    return before.isPresent();
  }

  /** Begins or ends, and fills the whole screen meanwhile. */
  void toggle() {
    Stage stage = (Stage) root.getScene().getWindow();
    if (isOn()) {
      end();
      stage.setFullScreen(false);
      return;
    }
    begin();
    listen(stage);
    // The toolkit would show the audience a sentence on how to leave full screen.
    stage.setFullScreenExitHint("");
    stage.setFullScreen(true);
  }

  private void listen(Stage stage) {
    if (listens) return;
    listens = true;
    // Preferences are kept when the window goes: those of before.
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, e -> end());
    stage
        .fullScreenProperty()
        .addListener(
            (o, was, now) -> {
              if (!now) end();
            });
  }

  private void begin() {
    before =
        Optional.of(
            new Before(
                root.getLeft(),
                root.getTop(),
                root.getBottom(),
                root.getRight(),
                lab.preferences().zoomProperty().get(),
                hidden.stream().map(Node::isVisible).toList(),
                List.copyOf(figures.chosen())));
    root.setLeft(null);
    root.setTop(null);
    root.setRight(null);
    root.setBottom(bar());
    hidden.forEach(node -> show(node, false));
    root.getStyleClass().add(STYLE);
    figures.present(true);
    root.widthProperty().addListener(size);
    root.heightProperty().addListener(size);
    scale();
  }

  /** Puts back what was there before. */
  void end() {
    if (before.isEmpty()) return;
    Before then = before.get();
    before = Optional.empty();
    root.widthProperty().removeListener(size);
    root.heightProperty().removeListener(size);
    root.setLeft(then.left());
    root.setTop(then.top());
    root.setBottom(then.bottom());
    root.setRight(then.right());
    for (int i = 0; i < hidden.size(); i++) show(hidden.get(i), then.visible().get(i));
    root.getStyleClass().remove(STYLE);
    figures.chosen().setAll(then.chosen());
    figures.present(false);
    lab.preferences().zoomProperty().set(then.zoom());
    main.reflow();
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private void scale() {
    double share = Math.min(root.getWidth() / WIDTH, root.getHeight() / HEIGHT);
    lab.preferences().zoomProperty().set(Math.max(1, share * LETTERS / USUAL_LETTERS));
  }

  private HBox bar() {
    HBox bar = new HBox(10);
    bar.setId("presentation-bar");
    bar.getStyleClass().add("top-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    Button play = new Button();
    play.getStyleClass().add("accent");
    play.textProperty().bind(main.playWords());
    play.setOnAction(e -> main.playOrPause());
    Button replay = new Button(null, new FontIcon(Material2MZ.SLOW_MOTION_VIDEO));
    replay.getStyleClass().addAll("flat", "button-icon");
    replay.setOnAction(e -> lab.replay().playOrStop());
    Tips.put(replay, "replay.tip");
    ChoiceBox<Speed> speed = new ChoiceBox<>();
    SpeedChoice.bind(speed, lab.preferences());
    Label epoch = new Label();
    epoch.getStyleClass().add("readout");
    epoch.textProperty().bind(main.epochWords());
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    bar.getChildren().addAll(play, replay, speed, epoch, room);
    for (Map.Entry<String, FigurePane> choice : figures.choices().entrySet()) {
      bar.getChildren().add(choice(choice.getKey(), choice.getValue()));
    }
    Button leave = new Button(null, new FontIcon(Material2AL.CLOSE));
    leave.getStyleClass().addAll("flat", "button-icon");
    leave.setId("presentation-end");
    leave.setOnAction(e -> toggle());
    Tips.put(leave, "presentation.end");
    bar.getChildren().add(leave);
    return bar;
  }

  /** Shows or hides a figure; the last one stays. */
  private ToggleButton choice(String words, FigurePane pane) {
    ToggleButton button = new ToggleButton(Words.of(words));
    button.setId(words.replace('.', '-'));
    button.setFocusTraversable(false);
    button.setSelected(figures.chosen().contains(pane));
    button.setOnAction(
        e -> {
          if (!figures.chosen().contains(pane)) figures.chosen().add(pane);
          else if (figures.chosen().size() > 1) figures.chosen().remove(pane);
          button.setSelected(figures.chosen().contains(pane));
        });
    return button;
  }
}
