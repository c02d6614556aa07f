package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import undercurrent.series.Channel;
import undercurrent.series.ColumnUse;
import undercurrent.series.DecimalSign;
import undercurrent.series.FrameChoice;
import undercurrent.series.ImportChoices;
import undercurrent.series.ImportColumn;
import undercurrent.series.ImportPreview;
import undercurrent.series.RowSpacing;
import undercurrent.series.Separator;
import undercurrent.series.Split;
import undercurrent.series.SplitShares;
import undercurrent.series.TimeForm;
import undercurrent.settings.KnobWords;
import undercurrent.text.Visible;

/** Shows how a table would be read, and lets everything be corrected before it is opened. */
final class ImportDialog {
  private static final int MOST_COLUMNS = 60;
  private static final double ROW = 40;
  private static final double HIGHEST = 360;
  private static final ButtonType OPEN =
      new ButtonType(Words.of("import.open"), ButtonData.OK_DONE);
  private static final ButtonType CANCEL =
      new ButtonType(Words.of("import.cancel"), ButtonData.CANCEL_CLOSE);
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final ScrollPane body = new ScrollPane();
  private final Function<ImportChoices, ImportPreview> preview;
  private final Consumer<ImportChoices> open;
  private final Waiting waiting = new Waiting();
  private ImportPreview shown;
  private ImportChoices choices = ImportChoices.AUTOMATIC;
  private Optional<String> refusal = Optional.empty();
  private String splitShares = Words.of("import.splitAutomatic");

  /**
   * A dialog for one table.
   *
   * @param first how it would be read without any choice
   * @param preview how it would be read with other choices
   * @param open takes the choices when the person agrees
   */
  ImportDialog(
      Window owner,
      ImportPreview first,
      Function<ImportChoices, ImportPreview> preview,
      Consumer<ImportChoices> open) {
    this.preview = preview;
    this.open = open;
    shown = first;
    DialogFrame.put(dialog, owner);
    body.setFitToWidth(true);
    body.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(body, Priority.ALWAYS);
    dialog.getDialogPane().setContent(new VBox(waiting.node(), body));
    DialogFrame.fit(dialog, body);
    dialog.setResizable(true);
    dialog.setTitle(Words.of("import.title", first.name()));
    dialog.setHeaderText(Words.of("import.title", first.name()));
    dialog.getDialogPane().getButtonTypes().setAll(OPEN, CANCEL);
    dialog.getDialogPane().getStyleClass().add("import");
    show(first);
  }

  /** Returns at once. */
  void show() {
    dialog.resultProperty().addListener((o, before, now) -> finished(now));
    dialog.show();
  }

  private void finished(ButtonType pressed) {
    waiting.forget();
    if (pressed == OPEN) open.accept(choices);
  }

  Dialog<ButtonType> dialog() {
    return dialog;
  }

  private void choose(ImportChoices changed) {
    choose(changed, splitShares);
  }

  /** A large table takes long to be read; what was chosen before stays until then. */
  private void choose(ImportChoices changed, String shares) {
    String name = shown.name();
    body.setDisable(true);
    waiting.during(
        Words.of("file.opening", name),
        () -> preview.apply(changed),
        result -> {
          choices = changed;
          splitShares = shares;
          refuse(Optional.empty(), result);
        },
        cause -> refuse(Optional.of(FileTasks.sentence(name, cause)), shown),
        () -> show(shown));
  }

  private void refuse(Optional<String> sentence, ImportPreview preview) {
    refusal = sentence;
    show(preview);
  }

  private void show(ImportPreview p) {
    shown = p;
    body.setDisable(false);
    FlowPane ways = new FlowPane(14, 8);
    p.separator()
        .ifPresent(
            separator ->
                ways.getChildren()
                    .add(
                        choice(
                            "import.separator",
                            List.of(Separator.values()),
                            separator,
                            s -> choose(choices.withSeparator(s)))));
    p.frames()
        .filter(f -> f.possible().size() > 1)
        .ifPresent(
            f ->
                ways.getChildren()
                    .add(
                        choice(
                            "import.frames",
                            f.possible(),
                            f.reading(),
                            r -> choose(choices.withFrames(r)))));
    if (!p.isOnlyFilm()) ways.getChildren().addAll(ofTable(p));
    ways.getChildren().add(split());
    if (p.form().hasHeader()) ways.getChildren().add(header(p));
    p.wide().ifPresent(isWide -> ways.getChildren().add(wide(isWide)));
    for (String code : suspects(p)) ways.getChildren().add(missing(code));
    if (!p.isOnlyFilm()) ways.getChildren().add(otherMissing());
    Label found =
        new Label(
            Words.of(
                "import.rows",
                Integer.toString(p.rows()),
                Integer.toString(p.series()),
                p.encoding()));
    Label problem = new Label(Visible.of(refusal.or(p::problem).orElse("")));
    problem.setWrapText(true);
    problem.getStyleClass().add("import-problem");
    problem.setVisible(!problem.getText().isEmpty());
    problem.setManaged(!problem.getText().isEmpty());
    VBox notes = new VBox(2);
    for (String note : p.notes()) {
      Label label = new Label(Visible.of(note));
      label.setWrapText(true);
      label.getStyleClass().add("hint");
      notes.getChildren().add(label);
    }
    ScrollPane scroll = new ScrollPane(columns(p));
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(Math.min(HIGHEST, ROW * (1 + p.columns().size())));
    VBox content = new VBox(10, ways, found, problem);
    p.frames()
        .flatMap(FrameChoice::film)
        .ifPresent(film -> content.getChildren().add(new FilmStrip(film, Themes.isDark())));
    if (!p.isOnlyFilm()) content.getChildren().add(scroll);
    content.getChildren().add(notes);
    body.setContent(content);
    Node button = dialog.getDialogPane().lookupButton(OPEN);
    button.setDisable(p.problem().isPresent());
  }

  /** How cells and times of a table are read. */
  private List<Node> ofTable(ImportPreview p) {
    return List.of(
        choice(
            "import.decimal",
            List.of(DecimalSign.values()),
            p.decimalSign(),
            s -> choose(choices.withDecimalSign(s))),
        choice(
            "import.time",
            List.of(TimeForm.values()),
            p.timeForm(),
            f -> choose(choices.withTimeForm(f))),
        choice(
            "import.rowSpacing",
            List.of(RowSpacing.values()),
            p.spacing(),
            s -> choose(choices.withSpacing(s))));
  }

  /** Numbers that may mean "no value", and those that were said to. */
  private List<String> suspects(ImportPreview p) {
    List<String> codes = new ArrayList<>(choices.missing().stream().sorted().toList());
    for (String code : p.suspects()) if (!codes.contains(code)) codes.add(code);
    return codes;
  }

  private Node missing(String code) {
    CheckBox box = new CheckBox(Words.of("import.missing", code));
    box.setSelected(choices.missing().contains(code));
    box.setOnAction(e -> choose(choices.withMissing(code, box.isSelected())));
    return box;
  }

  /** Any number or word. */
  private Node otherMissing() {
    TextField field = new TextField();
    field.setPromptText("-999");
    field.setPrefColumnCount(6);
    field.setAccessibleText(Words.of("import.otherMissing"));
    field.setOnAction(
        e -> {
          if (!field.getText().isBlank())
            choose(choices.withMissing(field.getText().strip(), true));
        });
    return labelled("import.otherMissing", field);
  }

  /** As the file says or as usual, without one, or shares that a person writes. */
  private Node split() {
    ComboBox<String> box =
        new ComboBox<>(
            FXCollections.observableArrayList(automatic(), "none", "0.7,0.15", "0.8,0.1"));
    box.getStyleClass().add("dense");
    box.setEditable(true);
    box.setValue(splitShares);
    box.setAccessibleText(Words.of("import.split"));
    box.setOnAction(e -> split(box.getValue() == null ? "" : box.getValue().strip()));
    return labelled("import.split", box);
  }

  private static String automatic() {
    return Words.of("import.splitAutomatic");
  }

  private void split(String shares) {
    if (shares.equals(splitShares)) return;
    Optional<Split> split = SplitShares.of(shares);
    boolean isAutomatic = shares.equals(automatic());
    if (isAutomatic) choose(choices.withoutSplit(), shares);
    else if (split.isPresent()) choose(choices.withSplit(split.get()), shares);
    else refuse(Optional.of(Words.of("import.splitRefused", Visible.of(shares))), shown);
  }

  private Node wide(boolean isWide) {
    CheckBox box = new CheckBox(Words.of("import.wide"));
    box.setSelected(isWide);
    box.setOnAction(e -> choose(choices.withWide(box.isSelected())));
    return box;
  }

  private Node header(ImportPreview p) {
    CheckBox box = new CheckBox(Words.of("import.header"));
    box.setSelected(p.header());
    box.setOnAction(e -> choose(choices.withHeader(box.isSelected())));
    return box;
  }

  private Node columns(ImportPreview p) {
    GridPane grid = new GridPane(12, 6);
    String[] titles = {"import.column", "import.use", "import.kind", "import.example"};
    for (int i = 0; i < titles.length; i++) {
      Label title = new Label(Words.of(titles[i]));
      title.getStyleClass().add("section");
      grid.add(title, i, 0);
    }
    List<ImportColumn> columns = p.columns();
    for (int c = 0; c < Math.min(columns.size(), MOST_COLUMNS); c++) {
      ImportColumn column = columns.get(c);
      Label name = new Label(Visible.name(column.name()));
      name.setMinWidth(Region.USE_PREF_SIZE);
      grid.add(name, 0, c + 1);
      ComboBox<ColumnUse> use = box(List.of(ColumnUse.values()), column.use());
      use.setOnAction(e -> choose(choices.withUse(column.name(), use.getValue())));
      use.setAccessibleText(Words.of("import.use") + " " + column.name());
      grid.add(use, 1, c + 1);
      boolean isChannel = column.use() == ColumnUse.OBSERVED || column.use() == ColumnUse.TRUTH;
      if (isChannel) {
        ComboBox<Channel.Kind> kind = box(List.of(Channel.Kind.values()), column.kind());
        kind.setOnAction(e -> choose(choices.withKind(column.name(), kind.getValue())));
        kind.setAccessibleText(Words.of("import.kind") + " " + column.name());
        grid.add(kind, 2, c + 1);
      }
      Label example = new Label(Visible.of(String.join("   ", examples(p, c))));
      example.getStyleClass().add("hint");
      example.setMinWidth(Region.USE_PREF_SIZE);
      grid.add(example, 3, c + 1);
    }
    return grid;
  }

  private static List<String> examples(ImportPreview p, int column) {
    List<String> examples = new ArrayList<>();
    for (List<String> row : p.firstRows().subList(0, Math.min(3, p.firstRows().size()))) {
      if (column >= row.size()) continue;
      String cell = row.get(column);
      examples.add(cell.isBlank() ? Words.of("import.empty") : shortened(cell));
    }
    return examples;
  }

  private static String shortened(String cell) {
    return cell.length() > 18 ? cell.substring(0, 17) + "…" : cell;
  }

  private static <T> Node choice(String key, List<T> values, T value, Consumer<T> chosen) {
    ComboBox<T> box = box(values, value);
    box.setOnAction(e -> chosen.accept(box.getValue()));
    box.setAccessibleText(Words.of(key));
    return labelled(key, box);
  }

  private static Node labelled(String key, Node control) {
    HBox row = new HBox(6, new Label(Words.of(key)), control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static <T> ComboBox<T> box(List<T> values, T value) {
    ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
    box.getStyleClass().add("dense");
    box.setConverter(new ChoiceWords<>(KnobWords::choice));
    box.setValue(value);
    return box;
  }
}
