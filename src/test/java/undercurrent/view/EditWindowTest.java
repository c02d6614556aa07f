package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.edit.Drawing;
import undercurrent.edit.Edit;
import undercurrent.edit.HiddenStretch;
import undercurrent.edit.MovedValue;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Trained;
import undercurrent.figure.Figure;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.session.ExperimentSource;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;
import undercurrent.view.chart.FigureChart;

/**
 * The data are touched with the mouse; each touch is taken back, and nothing on disk is changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EditWindowTest {
  private final MainWindow window = TestWindows.open();
  private final Lab lab = window.lab();
  private Path file = Path.of(".");
  private byte[] onDisk = new byte[0];
  private Experiment trained = nile("level");

  private static Experiment nile(String kind) {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    return Recipe.of(set).with("kind", kind).with("epochs", 30).experiment(set);
  }

  @BeforeAll
  void train(@TempDir Path folder) throws IOException {
    TestWindows.train(window, trained);
    trained = OffScreen.call(lab::document).join();
    file = folder.resolve("nile.undercurrent");
    ExperimentFile.save(trained, file);
    onDisk = Files.readAllBytes(file);
  }

  @BeforeEach
  void open() {
    OffScreen.run(() -> lab.open(trained, ExperimentSource.of(file)));
    estimated();
    OffScreen.frames(window.scene(), 3);
  }

  @AfterAll
  void close() {
    TestWindows.close(window);
  }

  /** Until the data as they are now are estimated. */
  private void estimated() {
    OffScreen.until(
        () ->
            TestWindows.snapshot(window)
                .flatMap(Snapshot::beliefs)
                .filter(b -> b.fine() && b.watch().edited().equals(ahead()))
                .isPresent());
  }

  private Optional<SeriesSet> ahead() {
    return lab.edits().isAhead() ? lab.edits().shown() : Optional.empty();
  }

  private FigureChart chart() {
    return OffScreen.call(
        () ->
            window.scene().getRoot().lookupAll(".figure-chart").stream()
                .map(FigureChart.class::cast)
                .filter(c -> c.figure().filter(f -> f.id().equals("observed")).isPresent())
                .findFirst()
                .orElseThrow());
  }

  private List<Edit> edits() {
    return OffScreen.call(() -> lab.edits().revisionProperty().get().orElseThrow().edits());
  }

  private double[] shown() {
    return OffScreen.call(() -> lab.edits().shown().orElseThrow().series().getFirst().channel(0));
  }

  private double[] original() {
    return trained.data().series().getFirst().channel(0);
  }

  private void drag(Point2D from, Point2D to, boolean shift, boolean ctrl) {
    FigureChart chart = chart();
    OffScreen.run(
        () -> {
          Node canvas = chart.plot();
          Point2D middle = from.midpoint(to);
          Mouse mouse = new Mouse(MouseButton.PRIMARY, 1, shift, ctrl);
          mouse.fire(MouseEvent.MOUSE_PRESSED, canvas, from);
          mouse.fire(MouseEvent.MOUSE_DRAGGED, canvas, middle);
          mouse.fire(MouseEvent.MOUSE_DRAGGED, canvas, to);
          mouse.fire(MouseEvent.MOUSE_RELEASED, canvas, to);
        });
  }

  private double height() {
    FigureChart chart = chart();
    return OffScreen.call(() -> chart.plot().getLayoutBounds().getHeight());
  }

  private double across(double share) {
    FigureChart chart = chart();
    return OffScreen.call(() -> share * chart.plot().getLayoutBounds().getWidth());
  }

  /** What was there before stands again: data, settings, training and file. */
  private void assertAsBefore() throws IOException {
    estimated();
    assertEquals(List.of(), edits());
    assertArrayEquals(original(), shown());
    assertEquals(trained.model(), OffScreen.call(() -> lab.knobs().model()));
    assertEquals(trained.training(), OffScreen.call(() -> lab.knobs().training()));
    assertArrayEquals(onDisk, Files.readAllBytes(file));
    Experiment now = OffScreen.call(lab::document).join();
    assertArrayEquals(
        ExperimentFile.bytes(trained), ExperimentFile.bytes(now.withView(trained.view())));
  }

  @Test
  void aBrushedGapIsFilledInAndCountedAndTakenBack() throws IOException {
    drag(new Point2D(across(0.3), 40), new Point2D(across(0.5), 60), true, false);
    HiddenStretch gap = (HiddenStretch) edits().getFirst();
    assertEquals(20, gap.end() - gap.from(), 3);
    for (int t = 0; t < original().length; t++) {
      boolean isHidden = t >= gap.from() && t < gap.end();
      assertEquals(isHidden ? Double.NaN : original()[t], shown()[t], 0.0);
    }
    estimated();
    FigureChart chart = chart();
    Figure figure = OffScreen.call(() -> chart.figure().orElseThrow());
    int hidden = gap.end() - gap.from();
    assertTrue(
        figure.marks().stream()
            .anyMatch(m -> m.legend().matches("\\d+ of " + hidden + " hidden values lies? .*")),
        () -> figure.marks().stream().map(m -> m.legend()).toList().toString());
    assertTrue(figure.summary().contains("Hidden by hand"), figure.summary());
    String status = OffScreen.call(() -> ((StatusLine) find("status")).getText());
    assertTrue(status.contains("edited by hand"), status);
    // What the window shows is what the command line gives for a document with the same edits.
    Experiment edited = OffScreen.call(lab::document).join();
    assertEquals(edits(), edited.revision().edits());
    double[][] wanted = Trained.of(edited).estimator().smoothed(0).observation().mean().all();
    double[][] found =
        TestWindows.snapshot(window)
            .flatMap(Snapshot::beliefs)
            .orElseThrow()
            .smoothed()
            .observation()
            .mean()
            .all();
    assertArrayEquals(wanted, found);
    assertTrue(lab.unsaved().now().orElseThrow().any());
    assertTrue(OffScreen.call(() -> lab.restartNeeded().get()));
    assertEquals(
        Words.of("edit.changed"), OffScreen.call(() -> ((Label) find("restartWords")).getText()));
    OffScreen.run(lab::undo);
    assertAsBefore();
    OffScreen.run(lab::redo);
    assertEquals(List.of(gap), edits());
  }

  @Test
  void anObservationIsDraggedAndTheEstimateFollows() throws IOException {
    estimated();
    double before = mean(50);
    double x = across(50.0 / 99 * 0.96 + 0.02);
    OffScreen.run(() -> lab.edits().make(new MovedValue(0, 50, 0, 3000)));
    estimated();
    assertTrue(mean(50) > before + 100);
    OffScreen.run(lab::undo);
    assertAsBefore();
    // By the mouse: the nearest observation to some place, down to the lower edge.
    fire("edit-data");
    fire("edit-move");
    for (double y = 5; y < height() && edits().isEmpty(); y += 20) {
      drag(new Point2D(x, y), new Point2D(x, height() - 1), false, false);
    }
    MovedValue moved = (MovedValue) edits().getFirst();
    assertTrue(moved.value() < original()[moved.row()]);
    assertEquals(moved.value(), shown()[moved.row()], 0.0);
    assertEquals(1, edits().size());
    estimated();
    fire("edit-restore");
    assertArrayEquals(original(), shown());
    OffScreen.run(lab::undo);
    assertEquals(List.of(moved), edits());
    OffScreen.run(lab::undo);
    assertAsBefore();
    fire("edit-zoom");
    fire("edit-data");
  }

  private double mean(int row) {
    return TestWindows.snapshot(window)
        .flatMap(Snapshot::beliefs)
        .orElseThrow()
        .smoothed()
        .observation()
        .mean()
        .at(row, 0);
  }

  @Test
  void theBeginningOfTheForecastIsDraggedByItsHandle() throws IOException {
    double share = OffScreen.call(() -> lab.selection().seenShareProperty().get());
    double at =
        OffScreen.call(
            () -> {
              Node handle = window.scene().lookup(".origin-handle");
              return handle.getBoundsInParent().getCenterX();
            });
    drag(new Point2D(at, height() - 8), new Point2D(across(0.5), height() - 8), false, false);
    double moved = OffScreen.call(() -> lab.selection().seenShareProperty().get());
    assertEquals(0.5, moved, 0.05);
    OffScreen.until(
        () ->
            TestWindows.snapshot(window)
                .flatMap(Snapshot::beliefs)
                .filter(b -> b.watch().seen() == Math.round(100 * moved))
                .isPresent());
    OffScreen.run(lab::undo);
    assertEquals(share, OffScreen.call(() -> lab.selection().seenShareProperty().get()));
    assertAsBefore();
  }

  private Node find(String id) {
    return Objects.requireNonNull(window.scene().lookup("#" + id), id);
  }

  private void fire(String id) {
    OffScreen.run(() -> ((ButtonBase) find(id)).fire());
  }

  @Test
  void noiseAndOutliersAreAddedBySlidersAndTakenBack() throws IOException {
    fire("edit-data");
    OffScreen.run(() -> ((Slider) find("edit-noise")).setValue(0.4));
    double[] noisy = shown();
    assertFalse(Arrays.equals(original(), noisy));
    OffScreen.run(() -> ((Slider) find("edit-outliers")).setValue(0.1));
    assertEquals(2, edits().size());
    OffScreen.run(lab::undo);
    assertArrayEquals(noisy, shown());
    assertEquals(0, OffScreen.call(() -> ((Slider) find("edit-outliers")).getValue()));
    OffScreen.run(() -> ((Slider) find("edit-noise")).setValue(0));
    assertEquals(List.of(), edits());
    OffScreen.run(lab::undo);
    OffScreen.run(lab::undo);
    assertAsBefore();
    fire("edit-data");
  }

  /** What has not been trained begins with the data as they are; a restart does too. */
  @Test
  void aTrainingBeginsWithTheEdits() {
    drag(new Point2D(across(0.3), 40), new Point2D(across(0.5), 60), true, false);
    List<Edit> gap = edits();
    OffScreen.run(lab::restart);
    OffScreen.until(() -> lab.state().equals(Optional.of(State.PAUSED)));
    Experiment fresh = OffScreen.call(() -> lab.experiment().orElseThrow());
    assertEquals(gap, fresh.revision().learned());
    assertFalse(OffScreen.call(() -> lab.restartNeeded().get()));
    drag(new Point2D(across(0.7), 40), new Point2D(across(0.8), 60), true, false);
    Experiment again = OffScreen.call(() -> lab.experiment().orElseThrow());
    assertEquals(2, again.revision().learned().size());
    OffScreen.run(lab::undo);
    assertEquals(gap, OffScreen.call(() -> lab.experiment().orElseThrow().revision().learned()));
  }

  @Test
  void aSeriesIsDrawnAndOpened() throws IOException {
    fire("edit-data");
    OffScreen.run(() -> ((ButtonBase) find("edit-draw")).fire());
    OffScreen.until(() -> TestWindows.dialogs(window).findAny().isPresent());
    DialogPane dialog = OffScreen.call(() -> TestWindows.dialogs(window).findFirst().orElseThrow());
    OffScreen.frames(dialog.getScene(), 2);
    OffScreen.run(
        () -> {
          Node plane = dialog.lookup("#draw-plane");
          Point2D last = new Point2D(0, 100);
          Mouse.PRIMARY.fire(MouseEvent.MOUSE_PRESSED, plane, last);
          for (int i = 1; i <= 40; i++) {
            Point2D next = new Point2D(15 * i, 150 - 60 * Math.cos(i / 3.0));
            Mouse.PRIMARY.fire(MouseEvent.MOUSE_DRAGGED, plane, next);
          }
          Mouse.PRIMARY.fire(MouseEvent.MOUSE_RELEASED, plane, last);
          @SuppressWarnings("unchecked")
          ChoiceBox<Integer> rows = (ChoiceBox<Integer>) dialog.lookup("#draw-rows");
          rows.setValue(100);
          ((ButtonBase) dialog.lookupButton(dialog.getButtonTypes().getFirst())).fire();
        });
    Experiment drawn = OffScreen.call(() -> lab.experiment().orElseThrow());
    assertEquals(Drawing.NAME, drawn.data().name());
    assertEquals(100, drawn.data().series().getFirst().length());
    assertTrue(lab.unsaved().now().orElseThrow().any());
    OffScreen.run(lab::undo);
    OffScreen.until(
        () ->
            lab.experiment()
                .filter(e -> e.data().name().equals(trained.data().name()))
                .isPresent());
    assertAsBefore();
    fire("edit-data");
  }
}
