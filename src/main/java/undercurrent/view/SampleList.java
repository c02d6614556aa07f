package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.series.Sample;
import undercurrent.series.SampleGroup;
import undercurrent.series.Samples;

/**
 * The gallery of series that come along, in groups, and a field that finds some by their words. A
 * click or Enter opens one; the button in its row or Shift and Enter open it trained.
 */
final class SampleList extends VBox {
  private static final Insets BESIDE_BORDER = new Insets(0, 12, 0, 0);
  private final TextField search = new TextField();
  private final ListView<Row> list = new ListView<>();
  private final Consumer<Sample> openTrained;

  /** A line of the list. */
  sealed interface Row {
    /** The name of a group. */
    record Heading(String words) implements Row {}

    /** A sample. */
    record Entry(Sample sample) implements Row {}
  }

  SampleList(Lab lab, Consumer<Sample> open, Consumer<Sample> openTrained) {
    super(6);
    this.openTrained = openTrained;
    search.setId("sample-search");
    search.setPromptText(Words.of("samples.search"));
    search.setAccessibleText(Words.of("samples.search"));
    search.getStyleClass().add("small");
    search.textProperty().addListener((o, before, now) -> fill());
    search.setOnAction(e -> first().ifPresent(open));
    search.addEventFilter(KeyEvent.KEY_PRESSED, e -> openTrained(e, first()));
    search.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveSearch);
    list.setId("sample-list");
    list.getStyleClass().addAll("samples", "edge-to-edge");
    list.setCellFactory(view -> new SampleCell(lab.preferences(), openTrained));
    list.setAccessibleText(Words.of("samples.title"));
    list.setAccessibleHelp(Words.of("samples.keys"));
    list.addEventFilter(KeyEvent.KEY_PRESSED, e -> openTrained(e, selected()));
    list.setOnMouseClicked(e -> selected().ifPresent(open));
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) selected().ifPresent(open);
        });
    VBox.setMargin(search, BESIDE_BORDER);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
    lab.openedProperty().addListener((o, before, now) -> mark(now));
    fill();
  }

  private void openTrained(KeyEvent event, Optional<Sample> sample) {
    if (event.getCode() != KeyCode.ENTER || !event.isShiftDown()) return;
    sample.ifPresent(openTrained);
    event.consume();
  }

  private void leaveSearch(KeyEvent event) {
    if (event.getCode() != KeyCode.ESCAPE || search.getText().isEmpty()) return;
    search.clear();
    event.consume();
  }

  /** The samples whose title, id or sentence have all words that are searched. */
  private void fill() {
    String[] wanted = search.getText().strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    List<Row> rows = new ArrayList<>();
    for (SampleGroup group : SampleGroup.values()) {
      List<Sample> found =
          Samples.all().stream().filter(s -> s.group() == group && matches(s, wanted)).toList();
      if (found.isEmpty()) continue;
      rows.add(new Row.Heading(words(group)));
      found.forEach(sample -> rows.add(new Row.Entry(sample)));
    }
    if (rows.isEmpty()) rows.add(new Row.Heading(Words.of("samples.none")));
    list.getItems().setAll(rows);
  }

  private static boolean matches(Sample sample, String[] wanted) {
    String words =
        (sample.title() + " " + sample.id() + " " + sample.teaches()).toLowerCase(Locale.ROOT);
    for (String word : wanted) if (!words.contains(word)) return false;
    return true;
  }

  private static String words(SampleGroup group) {
    return switch (group) {
      case START -> Words.of("samples.start");
      case LESSONS -> Words.of("samples.lessons");
      case REAL -> Words.of("samples.real");
      case CHAOS -> Words.of("samples.chaos");
      case SIMULATED -> Words.of("samples.simulated");
      case FILMS -> Words.of("samples.films");
    };
  }

  private Optional<Sample> selected() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).flatMap(SampleList::of);
  }

  private static Optional<Sample> of(Row row) {
    return row instanceof Row.Entry entry ? Optional.of(entry.sample()) : Optional.empty();
  }

  /** What stands first, which Enter in the field opens. */
  private Optional<Sample> first() {
    return list.getItems().stream().flatMap(row -> of(row).stream()).findFirst();
  }

  /** Selects the sample that is open, and none beside a file of a person's own. */
  private void mark(@Nullable Experiment experiment) {
    Optional<Row> row =
        Optional.ofNullable(experiment)
            .flatMap(opened -> Samples.find(opened.data().name()))
            .map(Row.Entry::new);
    row.filter(list.getItems()::contains)
        .ifPresentOrElse(
            list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
  }
}
