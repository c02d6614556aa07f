package undercurrent.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.figure.Figures;
import undercurrent.figure.Nearest;
import undercurrent.inference.RowTrace;
import undercurrent.series.SeriesSet;
import undercurrent.session.RowExplainer;
import undercurrent.session.Snapshot;
import undercurrent.session.Viewpoint;
import undercurrent.training.Moment;
import undercurrent.view.chart.FigureChart;
import undercurrent.view.formula.FormulaNode;

/**
 * The arithmetic of the row that the cursor is at, by the model that the figures are drawn from.
 */
final class ArithmeticPane {
  private static final double LETTERS = 13;
  private static final double HEIGHT = 170;
  private static final double SIDES = 14;
  private final Lab lab;
  private final VBox lines = new VBox(6);
  private final ScrollPane scroll = new ScrollPane(lines);
  private @Nullable FigureChart chart;
  private @Nullable RowExplainer explainer;
  private Optional<Question> asked = Optional.empty();
  private Optional<RowTrace> shown = Optional.empty();

  /** What was last asked; the same is not asked again. */
  private record Question(long step, Viewpoint viewpoint, int row, int channel) {}

  ArithmeticPane(Lab lab) {
    this.lab = lab;
    lines.setId("arithmetic");
    lines.getStyleClass().add("arithmetic");
    lines.setPadding(new Insets(4, SIDES - 2, 8, 2));
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFocusTraversable(false);
    scroll.setFitToWidth(true);
    lab.openedProperty().addListener((o, before, now) -> opened());
    lab.cursorProperty().addListener((o, before, now) -> update());
    lab.snapshotProperty().addListener((o, before, now) -> update());
    lab.replay().momentProperty().addListener((o, before, now) -> update());
    lab.selection().channelProperty().addListener((o, before, now) -> update());
    scroll.sceneProperty().addListener((o, before, now) -> update());
    lab.preferences().zoomProperty().addListener((o, before, now) -> look());
    lab.preferences().darkProperty().addListener((o, before, now) -> look());
  }

  /** What is put on the screen. */
  Node node() {
    return scroll;
  }

  /** What is on the screen. */
  Optional<RowTrace> shown() {
    return shown;
  }

  private void opened() {
    explainer = null;
    asked = Optional.empty();
    shown = Optional.empty();
    lines.getChildren().clear();
  }

  private void update() {
    Snapshot now = lab.snapshotProperty().get();
    Experiment experiment = lab.openedProperty().get();
    if (now == null || experiment == null || scroll.getScene() == null) return;
    Viewpoint viewpoint = lab.viewpoint(experiment);
    int row = row(experiment.data(), viewpoint);
    long step = lab.replay().momentProperty().get().map(Moment::step).orElse(now.step());
    Question question = new Question(step, viewpoint, row, lab.selection().channelProperty().get());
    if (asked.equals(Optional.of(question))) return;
    asked = Optional.of(question);
    RowExplainer explains = explainer;
    if (explains == null) explains = new RowExplainer(experiment);
    explainer = explains;
    RowExplainer told = explains;
    int place = experiment.data().observedIndex(question.channel()).orElse(0);
    CompletableFuture<Optional<RowTrace>> answer =
        lab.moment().thenCompose(moment -> told.explain(moment, viewpoint, row, place));
    var unused =
        answer.whenComplete(
            (trace, e) ->
                Platform.runLater(() -> show(question, e == null ? trace : Optional.empty())));
  }

  /** The row at the cursor, or else the last one that the forecast has seen. */
  private int row(SeriesSet set, Viewpoint viewpoint) {
    double[] times = set.series().get(viewpoint.series()).times();
    int last = viewpoint.seen() - 1;
    return lab.cursorProperty().get().isPresent()
        ? Math.max(0, Nearest.index(times, lab.cursorProperty().get().getAsDouble()))
        : last;
  }

  /** Equations may be wider than the pane and are scrolled to; nothing else is. */
  private void keepWithin(Region node) {
    if (node.maxWidthProperty().isBound()) return;
    node.maxWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(0, scroll.getViewportBounds().getWidth() - SIDES),
                scroll.viewportBoundsProperty()));
  }

  /** Densities before and after the observation. */
  private void draw(RowTrace.Change change) {
    FigureChart drawn = chart;
    if (drawn == null) {
      drawn = new FigureChart();
      drawn.setId("beliefs");
      chart = drawn;
    }
    look();
    drawn.show(
        Figures.beliefs(
            change.prior(),
            change.posterior(),
            Words.of("arithmetic.densityBefore"),
            Words.of("arithmetic.densityAfter")));
    keepWithin(drawn);
    lines.getChildren().add(drawn);
  }

  /** The densities follow theme and letters of the window. */
  private void look() {
    if (chart == null) return;
    double zoom = lab.preferences().zoomProperty().get();
    chart.look(lab.preferences().darkProperty().get(), zoom);
    chart.setMinHeight(HEIGHT * zoom);
    chart.setPrefHeight(HEIGHT * zoom);
  }

  private static boolean isFinite(RowTrace.Change change) {
    return Stream.of(change.prior(), change.posterior())
        .flatMap(Arrays::stream)
        .flatMapToDouble(Arrays::stream)
        .allMatch(Double::isFinite);
  }

  private void show(Question question, Optional<RowTrace> trace) {
    if (!asked.equals(Optional.of(question))) return;
    shown = trace;
    Label where = new Label(Words.of("arithmetic.row", Integer.toString(question.row() + 1)));
    where.getStyleClass().add("hint");
    where.setWrapText(true);
    keepWithin(where);
    lines.getChildren().setAll(where);
    if (trace.isEmpty()) {
      lines.getChildren().add(new Label(Words.of("arithmetic.nothing")));
      return;
    }
    trace.get().change().filter(c -> isFinite(c)).ifPresent(this::draw);
    String before = "";
    List<ArithmeticWords.Line> all = ArithmeticWords.of(trace.get());
    for (ArithmeticWords.Line line : all) {
      if (!line.title().equals(before)) {
        Label title = new Label(line.title());
        title.getStyleClass().add("section");
        lines.getChildren().add(title);
      }
      before = line.title();
      lines
          .getChildren()
          .add(
              new FormulaNode(
                  line.latex(), line.title(), LETTERS * lab.preferences().zoomProperty().get()));
    }
  }
}
