package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.KeptRun;
import undercurrent.experiment.KeptScore;
import undercurrent.figure.Ghost;
import undercurrent.figure.Mark;
import undercurrent.figure.Palette;
import undercurrent.series.NumberWords;

/**
 * A row for each pinned run: whether figures show it, its name, the settings in which the runs
 * differ, its numbers, and what can be done with it. Hidden while nothing is pinned.
 */
final class PinnedTable extends VBox {
  private static final double SAMPLE = 24;
  private static final int NAME_COLUMNS = 9;
  private final Lab lab;
  private final CommandCopy command;
  private final GridPane grid = new GridPane(14, 0);
  private final List<Row> rows = new ArrayList<>();
  private List<KeptRun> shown = List.of();

  PinnedTable(Lab lab, CommandCopy command) {
    super(4);
    this.lab = lab;
    this.command = command;
    setId("pinned");
    getStyleClass().add("pinned");
    ScrollPane scroll = new ScrollPane(grid);
    scroll.getStyleClass().addAll("edge-to-edge", "pinned-rows");
    scroll.setFocusTraversable(false);
    grid.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(scroll);
    managedProperty().bind(visibleProperty());
    lab.compared().comparisonsProperty().addListener((o, before, now) -> changed());
    lab.compared().scoringProperty().addListener((o, before, now) -> show());
    lab.selection().channelProperty().addListener((o, before, now) -> show());
    lab.preferences().darkProperty().addListener((o, before, now) -> show());
    show();
  }

  /**
   * Other names alone leave all controls where they are, for one of them may be pressed just now.
   */
  private void changed() {
    List<KeptRun> runs = lab.compared().now().pinned();
    if (!isRenamed(runs)) {
      show();
      return;
    }
    shown = runs;
    for (int i = 0; i < runs.size(); i++) rows.get(i).call(runs.get(i).name());
  }

  private boolean isRenamed(List<KeptRun> runs) {
    if (runs.size() != shown.size()) return false;
    for (int i = 0; i < runs.size(); i++) {
      if (!runs.get(i).named(shown.get(i).name()).equals(shown.get(i))) return false;
    }
    return true;
  }

  private void show() {
    List<KeptRun> runs = lab.compared().now().pinned();
    shown = runs;
    setVisible(!runs.isEmpty());
    Optional<Focused> focused = focused();
    grid.getChildren().clear();
    rows.clear();
    if (runs.isEmpty()) return;
    Label title = new Label(Words.of("pinned.title"));
    title.getStyleClass().add("section");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Tips.put(title, measured(runs), Tips.USUAL);
    grid.add(title, 0, 0, 3, 1);
    List<RunWords.Column> differing = RunWords.differing(runs);
    List<String> headings = new ArrayList<>();
    differing.forEach(column -> headings.add(column.label()));
    Stream.of(
            "transport.seed",
            "transport.epoch",
            "pinned.best",
            "pinned.last",
            "pinned.predicted",
            "pinned.ahead",
            "pinned.crps",
            "pinned.time")
        .map(Words::of)
        .forEach(headings::add);
    for (int c = 0; c < headings.size(); c++) {
      Label label = new Label(headings.get(c));
      label.getStyleClass().add("caption");
      label.setMinWidth(Region.USE_PREF_SIZE);
      if (c > differing.size() + 1) Tips.put(label, measured(runs), Tips.USUAL);
      add(label, 3 + c, 0, c >= differing.size());
    }
    for (int r = 0; r < runs.size(); r++) add(r, runs.get(r), differing);
    focused.ifPresent(this::goOn);
  }

  /**
   * Where the keyboard is; a field that is left selects nothing any more.
   *
   * @param id of the control
   * @param typed a name that is not that of the run yet
   */
  private record Focused(String id, Optional<String> typed, int anchor, int caret) {
    static Focused at(Node control) {
      if (!(control instanceof TextField field)) {
        return new Focused(control.getId(), Optional.empty(), 0, 0);
      }
      String text = field.getText();
      return new Focused(
          control.getId(),
          Optional.of(text).filter(name -> !name.equals(field.getUserData())),
          field.getAnchor(),
          field.getCaretPosition());
    }
  }

  /** The control that the keyboard is at, which a new table has again. */
  private Optional<Focused> focused() {
    @Nullable Node owner = getScene() == null ? null : getScene().getFocusOwner();
    return Optional.ofNullable(owner).filter(grid.getChildren()::contains).map(Focused::at);
  }

  /** Puts the keyboard where it was, with a name that is being typed. */
  private void goOn(Focused before) {
    @Nullable Node now = lookup("#" + before.id());
    if (now == null) return;
    // The skin of a new field moves the caret to the beginning.
    now.applyCss();
    now.requestFocus();
    if (now instanceof TextField field) {
      before.typed().ifPresent(field::setText);
      field.selectRange(before.anchor(), before.caret());
    }
  }

  /** What the best and the last number are of, and the scores. */
  private String measured(List<KeptRun> runs) {
    List<String> criteria =
        runs.stream().map(r -> RunWords.criterion(r.curve().criterion())).distinct().toList();
    return Words.of("pinned.measured", String.join(", ", criteria), channel());
  }

  private String channel() {
    int channel = lab.selection().channelProperty().get();
    return lab.experiment()
        .map(Experiment::data)
        .filter(set -> channel < set.channels().size())
        .map(set -> set.channels().get(channel).name())
        .orElse("");
  }

  private void add(Node node, int column, int row, boolean isNumber) {
    GridPane.setHalignment(node, isNumber ? HPos.RIGHT : HPos.LEFT);
    grid.add(node, column, row);
  }

  private void add(int index, KeptRun run, List<RunWords.Column> differing) {
    int row = index + 1;
    Row controls = new Row(shown(index, run), name(index), menu(index, run));
    controls.call(run.name());
    rows.add(controls);
    add(controls.shown(), 0, row, false);
    add(sample(index), 1, row, false);
    add(controls.name(), 2, row, false);
    List<String> cells = new ArrayList<>();
    differing.forEach(column -> cells.add(column.cells().get(index)));
    cells.add(Long.toString(run.training().seed()));
    cells.add(
        Words.of(
            "transport.epochOf",
            Integer.toString(run.epoch()),
            Integer.toString(run.training().epochs())));
    cells.add(RunWords.number(run.curve().best()));
    cells.add(RunWords.number(run.curve().last()));
    Optional<KeptScore> ahead = run.score("forecast", channel());
    cells.add(score(run, run.score("predicted", channel()).map(KeptScore::rmse)));
    cells.add(score(run, ahead.map(KeptScore::rmse)));
    cells.add(score(run, ahead.map(KeptScore::crps)));
    cells.add(RunWords.seconds(run.seconds()));
    for (int c = 0; c < cells.size(); c++) {
      Label label = new Label(cells.get(c));
      label.setMinWidth(Region.USE_PREF_SIZE);
      add(label, 3 + c, row, c >= differing.size());
    }
    add(controls.menu(), 3 + cells.size(), row, false);
  }

  /** The controls of a run, which its name stands in. */
  private record Row(CheckBox shown, TextField name, MenuButton menu) {
    void call(String called) {
      say(shown, Words.of("pinned.show", called));
      say(menu, Words.of("pinned.menu", called));
      name.setAccessibleText(Words.of("pinned.rename", called));
      boolean isTyped = name.isFocused() && !name.getText().equals(name.getUserData());
      name.setUserData(called);
      if (!isTyped) name.setText(called);
    }
  }

  private static void say(Control control, String words) {
    control.setAccessibleText(words);
    Tips.put(control, words, Tips.USUAL);
  }

  private String score(KeptRun run, Optional<Double> value) {
    boolean isAwaited = run.scores().isEmpty() && lab.compared().isScoring();
    return isAwaited ? "…" : value.map(RunWords::number).orElse(NumberWords.DASH);
  }

  private CheckBox shown(int index, KeptRun run) {
    CheckBox box = new CheckBox();
    box.setId("pinned-shown-" + (index + 1));
    box.setSelected(!run.isHidden());
    box.setOnAction(e -> lab.compared().change(index, r -> r.hidden(!box.isSelected())));
    return box;
  }

  /** How its lines are drawn. */
  private Node sample(int index) {
    Line line = new Line(0, 0, SAMPLE, 0);
    int rgb = Palette.of(lab.preferences().darkProperty().get()).of(Ghost.ink(index));
    line.setStroke(Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
    line.setStrokeWidth(2);
    boolean isDotted = Ghost.stroke(index) == Mark.Stroke.DOTTED;
    line.getStrokeDashArray().setAll(isDotted ? 2.0 : 6.0, 4.0);
    return line;
  }

  private TextField name(int index) {
    TextField field = new TextField();
    field.setId("pinned-name-" + (index + 1));
    field.getStyleClass().addAll("dense", "pinned-name");
    field.setPrefColumnCount(NAME_COLUMNS);
    field.setOnAction(e -> rename(index, field));
    field
        .focusedProperty()
        .addListener(
            (o, before, now) -> {
              // A field that is replaced by another one hands its text on.
              if (!now && grid.getChildren().contains(field)) rename(index, field);
            });
    return field;
  }

  private void rename(int index, TextField field) {
    String text = field.getText().strip();
    if (text.isEmpty()) field.setText(String.valueOf(field.getUserData()));
    else if (!text.equals(field.getUserData())) {
      field.setUserData(text);
      lab.compared().change(index, r -> r.named(text));
    }
  }

  private MenuButton menu(int index, KeptRun run) {
    MenuButton menu = new MenuButton(null, new FontIcon(Material2MZ.MORE_VERT));
    menu.setId("pinned-menu-" + (index + 1));
    menu.getStyleClass().addAll("flat", "button-icon", "small", "no-arrow");
    menu.getItems()
        .setAll(
            FigureExports.item(Words.of("pinned.restore"), () -> lab.compared().restore(run)),
            FigureExports.item(Words.of("command.copy"), () -> command.copy(command.of(run))),
            FigureExports.item(Words.of("pinned.unpin"), () -> lab.compared().unpin(index)));
    return menu;
  }
}
