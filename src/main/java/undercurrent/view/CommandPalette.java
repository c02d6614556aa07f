package undercurrent.view;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/**
 * A box that finds everything the window can do by a few letters. The arrow keys choose, Enter does
 * it, Escape closes the box, as does a click beside it.
 */
final class CommandPalette extends VBox {
  private static final double WIDTH = 620;
  private static final double HEIGHT = 420;
  private static final double SHARE_ABOVE = 0.12;
  private static final int PAGE = 8;
  private final List<Command> commands;
  private final TextField search = new TextField();
  private final ListView<Command> list = new ListView<>();
  private final Runnable close;

  /**
   * @param close takes the box away, before a command is done
   */
  CommandPalette(List<Command> commands, Runnable close) {
    super(6);
    this.commands = commands;
    this.close = close;
    getStyleClass().add("palette");
    search.setId("palette-search");
    search.setPromptText(Words.of("palette.search"));
    search.setAccessibleText(Words.of("palette.search"));
    search.textProperty().addListener((o, before, now) -> fill());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("palette-list");
    list.getStyleClass().addAll("samples", "edge-to-edge");
    list.setAccessibleText(Words.of("palette.title"));
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new Cell(this::run));
    Label none = new Label(Words.of("palette.none"));
    none.getStyleClass().add("hint");
    list.setPlaceholder(none);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
    fill();
  }

  /** Shows it above a window. */
  static CommandPalette show(List<Command> commands, Stage owner) {
    Stage stage = new Stage(StageStyle.UNDECORATED);
    stage.initOwner(owner);
    stage.setTitle(Words.of("palette.title"));
    CommandPalette palette = new CommandPalette(commands, stage::close);
    Parent root = owner.getScene().getRoot();
    palette.styleProperty().bind(root.styleProperty());
    Scene scene = new Scene(palette, Math.min(WIDTH, owner.getWidth()), HEIGHT);
    scene.getStylesheets().setAll(owner.getScene().getStylesheets());
    stage.setScene(scene);
    stage.setX(owner.getX() + (owner.getWidth() - scene.getWidth()) / 2);
    stage.setY(owner.getY() + SHARE_ABOVE * owner.getHeight());
    stage.focusedProperty().addListener((o, before, now) -> leftAlone(stage, before && !now));
    stage.show();
    palette.search.requestFocus();
    return palette;
  }

  private static void leftAlone(Stage stage, boolean isLeft) {
    if (isLeft) stage.close();
  }

  private void fill() {
    list.getItems().setAll(FuzzySearch.find(commands, CommandPalette::name, search.getText()));
    select(0);
  }

  /** What is searched: also of what it is one, as in "lesson chaos". */
  private static String name(Command command) {
    return command.words() + " " + command.group();
  }

  private void select(int place) {
    if (list.getItems().isEmpty()) return;
    int within = Math.clamp(place, 0, list.getItems().size() - 1);
    list.getSelectionModel().select(within);
    list.scrollTo(Math.max(0, within - PAGE / 2));
  }

  private void pressed(KeyEvent event) {
    int now = list.getSelectionModel().getSelectedIndex();
    KeyCode code = event.getCode();
    switch (code) {
      case DOWN -> select(now + 1);
      case UP -> select(now - 1);
      case PAGE_DOWN -> select(now + PAGE);
      case PAGE_UP -> select(now - PAGE);
      case ENTER -> run();
      case ESCAPE -> close.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void run() {
    @Nullable Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen == null) return;
    close.run();
    Platform.runLater(chosen.action());
  }

  /** What is shown now, from above. */
  List<Command> shown() {
    return List.copyOf(list.getItems());
  }

  TextField search() {
    return search;
  }

  /** A command with its group and its keys at the right. */
  private static final class Cell extends ListCell<Command> {
    private final Label words = new Label();
    private final Label group = new Label();
    private final Label keys = new Label();
    private final Region between = new Region();
    private final HBox line = new HBox(10, words, between, group, keys);

    /**
     * Empty.
     *
     * @param run does the command that is selected
     */
    Cell(Runnable run) {
      HBox.setHgrow(between, Priority.ALWAYS);
      line.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      group.setMinWidth(USE_PREF_SIZE);
      keys.setMinWidth(USE_PREF_SIZE);
      group.getStyleClass().add("caption");
      keys.getStyleClass().add("shortcut-key");
      setPrefWidth(0);
      setOnMouseClicked(
          e -> {
            if (!isEmpty()) run.run();
          });
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
      super.updateItem(command, empty);
      if (command == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      setGraphic(line);
      setAccessibleText(name(command) + " " + command.keys());
      words.setText(command.words());
      group.setText(command.group());
      keys.setText(command.keys());
      keys.setVisible(!command.keys().isEmpty());
      keys.setManaged(!command.keys().isEmpty());
    }
  }
}
