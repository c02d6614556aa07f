package undercurrent.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.KeptSweep;
import undercurrent.figure.ReportTable;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;
import undercurrent.session.Background;
import undercurrent.session.WorkerThreads;
import undercurrent.sweep.Axis;
import undercurrent.sweep.Grid;
import undercurrent.sweep.KeptTables;
import undercurrent.sweep.Outcome;
import undercurrent.sweep.Plan;
import undercurrent.sweep.SweepException;
import undercurrent.sweep.SweepMap;
import undercurrent.sweep.SweepTable;
import undercurrent.sweep.SweepWords;

/**
 * Asks for settings and their values, trains all combinations behind the window, and shows what
 * came of them as they come. The best run opens in the window; all of them stay in the folder that
 * was chosen.
 */
final class SweepDialog {
  private static final double TABLE = 150;
  private static final int LINES = 3;
  private static final int MOST_ROWS = 200;

  private final Lab lab;
  private final Dialog<ButtonType> dialog;
  private final List<SweepLine> lines = new ArrayList<>();
  private final TextField seeds = new TextField("2");
  private final SweepPlace place;
  private final Button start = new Button(Words.of("sweep.start"));
  private final Button stop = new Button(Words.of("sweep.stop"));
  private final Button best = new Button(Words.of("sweep.best"));
  private final ProgressBar bar = new ProgressBar(0);
  private final Label said = new Label();
  private final FigurePane figure;
  private final VBox table = new VBox();
  private final List<Outcome> outcomes = new ArrayList<>();
  private AtomicBoolean stopped = new AtomicBoolean();
  private Optional<Path> bestRun = Optional.empty();

  private SweepDialog(Lab lab, Window owner, Consumer<Path> open) {
    this.lab = lab;
    place = new SweepPlace(owner);
    figure = new FigurePane(lab, Words.of("sweep.hint"), pane -> {});
    figure.setPrefSize(760, 450);
    table.setId("sweep-table");
    seeds.setId("sweep-seeds");
    seeds.setPrefColumnCount(3);
    start.setId("sweep-start");
    start.getStyleClass().add("accent");
    start.setOnAction(e -> start());
    stop.setId("sweep-stop");
    stop.setDisable(true);
    stop.setOnAction(e -> stopped.set(true));
    best.setId("sweep-best");
    best.setDisable(true);
    best.setOnAction(e -> bestRun.ifPresent(open));
    for (Button button : List.of(start, stop, best)) button.setMinWidth(Region.USE_PREF_SIZE);
    bar.setVisible(false);
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.setId("sweep-said");
    said.managedProperty().bind(said.textProperty().isNotEmpty());
    VBox settings = new VBox(6);
    List<String> usual =
        lab.compared()
            .now()
            .sweep()
            .map(SweepLine::kept)
            .orElseGet(() -> SweepLine.usual(lab.knobs()));
    for (int i = 0; i < LINES; i++) {
      SweepLine line = new SweepLine(i, lab.knobs(), i < usual.size() ? usual.get(i) : "");
      lines.add(line);
      settings.getChildren().add(line.node());
    }
    WrappingBar controls = new WrappingBar();
    controls
        .getChildren()
        .addAll(
            row(new Label(Words.of("sweep.seeds")), seeds),
            row(place.node()),
            row(start, stop, best, bar));
    VBox.setVgrow(figure, Priority.ALWAYS);
    VBox content = new VBox(10, settings, controls, said, figure, table);
    content.getStyleClass().add("dialog-content");
    dialog = WideDialog.of(owner, Words.of("sweep.title"), content);
    dialog.setOnHidden(e -> stopped.set(true));
    lab.compared().now().sweep().ifPresent(this::again);
  }

  /** The sweep that the document keeps. */
  private void again(KeptSweep kept) {
    try {
      SweepTable before = KeptTables.table(kept);
      outcomes.addAll(before.outcomes());
      show(before);
    } catch (IllegalArgumentException e) {
      said.setText(String.valueOf(e.getMessage()));
    }
  }

  private static HBox row(Node... controls) {
    HBox row = new HBox(8, controls);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /**
   * Shows the dialog for what is open; nothing when nothing is.
   *
   * @param open opens the document of a run
   */
  static Optional<SweepDialog> show(Lab lab, Window owner, Consumer<Path> open) {
    if (lab.experiment().isEmpty()) return Optional.empty();
    SweepDialog shown = new SweepDialog(lab, owner, open);
    shown.dialog.show();
    return Optional.of(shown);
  }

  private void start() {
    Plan plan;
    try {
      plan = chosen();
    } catch (SweepException e) {
      said.setText(String.valueOf(e.getMessage()));
      return;
    }
    AtomicBoolean ended = new AtomicBoolean();
    stopped = ended;
    outcomes.clear();
    bestRun = Optional.empty();
    SeriesSet read = lab.experiment().orElseThrow().revision().original();
    busy(true);
    bar.setProgress(0);
    said.setText("");
    var unused =
        Background.callAside(
                () -> {
                  try (WorkerThreads workers = WorkerThreads.besideWindow()) {
                    return place.run(
                        plan,
                        workers,
                        (outcome, done, of) ->
                            Platform.runLater(() -> came(plan.grid(), outcome, done, of)),
                        ended::get);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .whenComplete(
                (folder, e) -> Platform.runLater(() -> ended(plan.grid(), read, folder, e)));
  }

  private void busy(boolean isBusy) {
    start.setDisable(isBusy);
    stop.setDisable(!isBusy);
    bar.setVisible(isBusy);
    best.setDisable(isBusy || bestRun.isEmpty());
  }

  private Plan chosen() {
    Experiment now = lab.experiment().orElseThrow();
    Experiment fresh =
        Experiment.of(
            lab.edits().shown().orElse(now.data()), lab.knobs().model(), lab.knobs().training());
    List<Axis> axes = lines.stream().flatMap(line -> line.axis().stream()).toList();
    if (axes.isEmpty()) throw new SweepException(Words.of("sweep.empty"));
    return Plan.of(fresh, new Grid(axes, seeds()));
  }

  private int seeds() {
    try {
      return Integer.parseInt(seeds.getText().strip());
    } catch (NumberFormatException e) {
      throw new SweepException(Words.of("sweep.noNumber", seeds.getText().strip()), e);
    }
  }

  private void came(Grid grid, Outcome outcome, int done, int of) {
    outcomes.add(outcome);
    bar.setProgress((double) done / of);
    show(new SweepTable(grid, sorted(), Map.of()));
  }

  private List<Outcome> sorted() {
    return outcomes.stream().sorted(Comparator.comparingInt(o -> o.point().number())).toList();
  }

  private void show(SweepTable now) {
    said.setText(SweepWords.of(now));
    SweepMap.of(now).ifPresent(figure::show);
    table.setMinHeight(TABLE);
    table.getChildren().setAll(TableNode.of(rows(now), pin -> {}));
  }

  private void ended(
      Grid grid, SeriesSet read, SweepPlace.@Nullable Made made, @Nullable Throwable e) {
    if (made == null) {
      busy(false);
      said.setText(e == null ? "" : String.valueOf(Background.cause(e).getMessage()));
      return;
    }
    outcomes.clear();
    outcomes.addAll(made.table().outcomes());
    bestRun = made.best();
    if (!outcomes.isEmpty()) {
      SweepTable all = new SweepTable(grid, sorted(), made.table().seconds());
      show(all);
      if (lab.compared().isOpen(read)) KeptTables.keep(all).ifPresent(lab.compared()::keep);
    }
    busy(false);
  }

  private ReportTable rows(SweepTable table) {
    List<String> heading = new ArrayList<>();
    table.grid().axes().forEach(axis -> heading.add(SweepLine.label(lab.knobs(), axis.key())));
    heading.add(Words.of("sweep.trained"));
    heading.add(Words.of("sweep.mean"));
    heading.add(Words.of("sweep.spread"));
    List<ReportTable.Row> rows = new ArrayList<>();
    rows.add(new ReportTable.Row(true, heading));
    for (SweepTable.Row row : table.rows().stream().limit(MOST_ROWS).toList()) {
      List<String> cells = new ArrayList<>(row.settings().values());
      cells.add(Words.of("sweep.of", row.trained(), row.of()));
      cells.add(number(row.mean()));
      cells.add(number(row.spread()));
      rows.add(new ReportTable.Row(false, cells));
    }
    return new ReportTable(Words.of("sweep.title"), rows);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? NumberWords.format("%.4f", value) : NumberWords.DASH;
  }

  Node content() {
    return dialog.getDialogPane();
  }

  /** Keeps the runs in a folder. */
  void keepIn(Path folder) {
    place.keep(folder);
  }

  /** Whether nothing is being trained. */
  boolean isIdle() {
    return !start.isDisabled();
  }

  /** Ends what is being trained, and closes the dialog. */
  void close() {
    dialog.close();
  }
}
