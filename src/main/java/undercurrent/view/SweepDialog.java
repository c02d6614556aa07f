package undercurrent.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.KeptSweep;
import undercurrent.figure.ReportTable;
import undercurrent.series.NumberWords;
import undercurrent.series.SeriesSet;
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
  private final LongWork work = new LongWork("sweep", Words.of("sweep.start"), this::start);
  private final Button best = new Button(Words.of("sweep.best"));
  private final FigurePane figure;
  private final VBox table = new VBox();
  private final List<Outcome> outcomes = new ArrayList<>();
  private Optional<Path> bestRun = Optional.empty();

  private SweepDialog(Lab lab, Window owner, Consumer<Path> open) {
    this.lab = lab;
    place = new SweepPlace(owner);
    figure = new FigurePane(lab, Words.of("sweep.hint"), pane -> {});
    figure.setPrefSize(760, 450);
    table.setId("sweep-table");
    seeds.setId("sweep-seeds");
    seeds.setPrefColumnCount(3);
    best.setId("sweep-best");
    best.setDisable(true);
    best.setOnAction(e -> bestRun.ifPresent(open));
    best.setMinWidth(Region.USE_PREF_SIZE);
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
            WideDialog.row(new Label(Words.of("sweep.seeds")), seeds),
            WideDialog.row(place.node()),
            WideDialog.row(work.startButton(), work.stopButton(), best, work.bar()));
    VBox.setVgrow(figure, Priority.ALWAYS);
    VBox content = new VBox(10, settings, controls, work.said(), figure, table);
    content.getStyleClass().add("dialog-content");
    dialog = WideDialog.of(owner, Words.of("sweep.title"), content);
    dialog.setOnHidden(e -> work.stop());
    lab.compared().now().sweep().ifPresent(this::again);
  }

  /** The sweep that the document keeps. */
  private void again(KeptSweep kept) {
    try {
      SweepTable before = KeptTables.table(kept);
      outcomes.addAll(before.outcomes());
      show(before);
    } catch (IllegalArgumentException e) {
      work.say(String.valueOf(e.getMessage()));
    }
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
      work.say(String.valueOf(e.getMessage()));
      return;
    }
    outcomes.clear();
    bestRun = Optional.empty();
    best.setDisable(true);
    SeriesSet read = lab.experiment().orElseThrow().revision().original();
    work.begin(
        stopped -> {
          try (WorkerThreads workers = WorkerThreads.besideWindow()) {
            return place.run(
                plan,
                workers,
                (outcome, done, of) ->
                    Platform.runLater(() -> came(plan.grid(), outcome, done, of)),
                stopped);
          }
        },
        made -> made.ifPresent(m -> ended(plan.grid(), read, m)));
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
    work.progress((double) done / of);
    show(new SweepTable(grid, sorted(), Map.of()));
  }

  private List<Outcome> sorted() {
    return outcomes.stream().sorted(Comparator.comparingInt(o -> o.point().number())).toList();
  }

  private void show(SweepTable now) {
    work.say(SweepWords.of(now));
    SweepMap.of(now).ifPresentOrElse(figure::show, figure::clear);
    table.setMinHeight(TABLE);
    table.getChildren().setAll(TableNode.of(rows(now), pin -> {}));
  }

  private void ended(Grid grid, SeriesSet read, SweepPlace.Made made) {
    outcomes.clear();
    outcomes.addAll(made.table().outcomes());
    bestRun = made.best();
    best.setDisable(bestRun.isEmpty());
    if (!outcomes.isEmpty()) {
      SweepTable all = new SweepTable(grid, sorted(), made.table().seconds());
      show(all);
      if (lab.compared().isOpen(read)) KeptTables.keep(all).ifPresent(lab.compared()::keep);
    }
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

  FigurePane figure() {
    return figure;
  }

  /** Keeps the runs in a folder. */
  void keepIn(Path folder) {
    place.keep(folder);
  }

  /** Whether nothing is being trained. */
  boolean isIdle() {
    return work.isIdle();
  }

  /** Ends what is being trained, and closes the dialog. */
  void close() {
    dialog.close();
  }
}
