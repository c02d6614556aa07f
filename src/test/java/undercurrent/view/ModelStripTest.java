package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.kind.ModelGraph;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Snapshot.State;
import undercurrent.training.CurvePoint;
import undercurrent.training.StepPhase;
import undercurrent.view.formula.FormulaNode;

final class ModelStripTest {
  private final MainWindow window = TestWindows.open();
  private final SeriesSet set = new SineFamily(6, 30, 0.1).generate(1);

  @BeforeEach
  void open() {
    open("deep");
  }

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private void open(String kind) {
    Recipe recipe = Recipe.of(set).with("kind", kind).with("epochs", 12);
    OffScreen.run(() -> window.lab().open(recipe.experiment(set)));
    OffScreen.frames(window.scene(), 2);
  }

  private ModelStrip strip() {
    return (ModelStrip) window.scene().lookup("#model");
  }

  private GraphBox box(String id) {
    return (GraphBox) window.scene().lookup("#box-" + id);
  }

  private List<String> ids() {
    return OffScreen.call(() -> strip().boxes().stream().map(b -> b.box().id()).toList());
  }

  /** What opened from a box, if it is open. */
  private Optional<Node> card() {
    return Window.getWindows().stream()
        .filter(w -> w instanceof PopupWindow p && p.getOwnerWindow() == window.scene().getWindow())
        .map(w -> w.getScene().lookup("#box-card"))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  @Test
  void theStripDrawsTheGraphOfTheKindThatIsChosen() {
    assertEquals(
        List.of("series", "network", "posterior", "transition", "emission", "reconstruction"),
        ids());
    open("level");
    assertEquals(
        List.of(
            "start",
            "linear-transition",
            "motion-noise",
            "linear-observation",
            "observation-noise",
            "likelihood"),
        ids());
  }

  /** Nothing of a box is cut at the usual size of the window. */
  @Test
  void theBoxesHaveRoomForTheirWords() {
    for (String kind : List.of("deep", "nkf", "switching")) {
      open(kind);
      List<String> cut = new ArrayList<>();
      OffScreen.run(
          () -> {
            for (GraphBox box : strip().boxes()) {
              for (Node node : box.lookupAll(".label")) {
                Label label = (Label) node;
                if (label.getWidth() + 0.5 < label.prefWidth(-1)) cut.add(label.getText());
              }
            }
          });
      assertEquals(List.of(), cut, kind);
    }
  }

  @Test
  void aSizeIsChangedInPlaceAndAsksForARestart() {
    OffScreen.run(() -> ((Button) box("posterior").lookupAll(".stepper").toArray()[1]).fire());
    assertEquals(3, OffScreen.call(() -> window.lab().knobs().model().values().get("latentSize")));
    assertTrue(OffScreen.call(() -> window.scene().lookup("#restartBar").isVisible()));
    OffScreen.run(() -> ((Button) box("network").lookupAll(".stepper").toArray()[0]).fire());
    assertEquals(
        16, OffScreen.call(() -> window.lab().knobs().model().values().get("hiddenUnits")));
  }

  @Test
  void barsShowTheTermsOfTheNewestEpoch() {
    OffScreen.run(window.lab()::play);
    OffScreen.until(() -> window.lab().state().equals(Optional.of(State.FINISHED)));
    CurvePoint last = OffScreen.call(() -> window.lab().snapshotProperty().get().curve().getLast());
    Meter kl = OffScreen.call(() -> box("transition").meter().orElseThrow());
    Meter reconstruction = OffScreen.call(() -> box("reconstruction").meter().orElseThrow());
    assertEquals(StatusWords.term(last.kl()), OffScreen.call(kl::number));
    assertEquals(StatusWords.term(last.reconstruction()), OffScreen.call(reconstruction::number));
    double largest =
        OffScreen.call(() -> window.lab().snapshotProperty().get().curve()).stream()
            .mapToDouble(CurvePoint::kl)
            .max()
            .orElseThrow();
    assertEquals(last.kl() / largest, OffScreen.call(kl::share), 1e-12);
  }

  @Test
  void aClickOpensTheSentenceTheEquationAndTheKnobs() {
    OffScreen.run(() -> Mouse.click(box("transition")));
    Node card = OffScreen.call(() -> card().orElseThrow());
    ModelGraph.Box transition = OffScreen.call(() -> box("transition").box());
    assertEquals(transition.sentence(), ((Label) card.lookup("#box-sentence")).getText());
    assertTrue(card.lookup(".formula") instanceof FormulaNode);
    assertTrue(card.lookup("#knob-transition").getParent().isVisible());
    for (int theme = 0; theme < 2; theme++) {
      assertEquals(List.of(), OffScreen.call(() -> ShownContrast.wrong(card.getScene().getRoot())));
      assertEquals(List.of(), OffScreen.call(() -> ShownWords.wrong(card)));
      OffScreen.run(() -> window.controller().theme());
      OffScreen.frames(card.getScene(), 2);
    }
    // A key reaches what is open by way of the window below.
    OffScreen.run(
        () ->
            Event.fireEvent(
                window.scene().getRoot(),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
    OffScreen.until(() -> card().isEmpty());
  }

  /** A decimal point that is typed into a card makes no training step. */
  @Test
  void keysForACardDoNotReachTheWindow() {
    OffScreen.run(() -> Mouse.click(box("reconstruction")));
    OffScreen.run(() -> card().orElseThrow().lookup("#knob-learningRate").requestFocus());
    OffScreen.run(
        () ->
            Event.fireEvent(
                window.scene().getRoot(),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, ".", ".", KeyCode.PERIOD, false, false, false, false)));
    OffScreen.frames(window.scene(), 4);
    assertEquals(
        0L, OffScreen.call(() -> TestWindows.snapshot(window).map(s -> s.step()).orElse(0L)));
  }

  @Test
  void boxesAreHighlightedByPhase() {
    OffScreen.run(() -> strip().highlight(Set.of(StepPhase.UPDATE)));
    assertEquals(
        List.of("network", "transition", "emission"),
        OffScreen.call(
            () ->
                strip().boxes().stream()
                    .filter(GraphBox::isHighlighted)
                    .map(b -> b.box().id())
                    .toList()));
    OffScreen.run(() -> strip().highlight(Set.of()));
    assertTrue(OffScreen.call(() -> strip().boxes().stream().noneMatch(GraphBox::isHighlighted)));
  }

  @Test
  void theStripIsFoldedToALine() {
    double before = OffScreen.call(() -> strip().getHeight());
    OffScreen.run(() -> ((ButtonBase) window.scene().lookup("#model-fold")).fire());
    OffScreen.frames(window.scene(), 2);
    assertTrue(OffScreen.call(() -> strip().getHeight()) < before - 20);
    Label summary = (Label) OffScreen.call(() -> window.scene().lookup("#model-summary"));
    assertTrue(summary.getText().startsWith("Series  →  Inference network"), summary.getText());
    assertFalse(OffScreen.call(() -> window.scene().lookup("#box-network") != null));
  }
}
