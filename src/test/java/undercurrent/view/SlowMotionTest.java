package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.training.StepPhase;
import undercurrent.training.StepTrace;
import undercurrent.view.formula.FormulaNode;

final class SlowMotionTest {
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private Experiment open(String kind) {
    SeriesSet set = new SineFamily(5, 24, 0.1).generate(1);
    Experiment experiment = Recipe.of(set).with("kind", kind).experiment(set);
    OffScreen.run(() -> window.lab().open(experiment));
    OffScreen.until(
        () -> {
          var now = window.lab().snapshotProperty().get();
          return now != null && now.beliefs().isPresent();
        });
    return experiment;
  }

  private SlowMotion motion() {
    return (SlowMotion) window.scene().lookup("#slow-motion");
  }

  private void press(String id) {
    OffScreen.run(() -> ((ButtonBase) window.scene().lookup("#" + id)).fire());
  }

  private void key(KeyCode code) {
    OffScreen.run(
        () ->
            Event.fireEvent(
                window.scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private List<String> highlighted() {
    return OffScreen.call(
        () ->
            ((ModelStrip) window.scene().lookup("#model"))
                .boxes().stream().filter(GraphBox::isHighlighted).map(b -> b.box().id()).toList());
  }

  @Test
  void aStepIsShownPhaseByPhaseWithItsOwnNumbers() {
    Experiment experiment = open("deep");
    press("slow");
    OffScreen.until(() -> motion().phase().isPresent());
    StepTrace shown = OffScreen.call(() -> motion().trace().orElseThrow());
    StepTrace same = Run.of(experiment).trainer().tracedStep().orElseThrow();
    assertEquals(same.objective(), shown.objective());
    assertEquals(same.gradientNorm(), shown.gradientNorm());
    assertEquals(same.path().orElseThrow().z()[0], shown.path().orElseThrow().z()[0]);
    OffScreen.until(() -> TestWindows.snapshot(window).filter(s -> s.step() == 1).isPresent());
    // From the first move by hand on none comes by itself.
    for (int i = 0; i < StepPhase.values().length; i++) press("phase-before");
    List<StepPhase> phases = new ArrayList<>();
    List<List<String>> boxes = new ArrayList<>();
    for (int i = 0; i < StepPhase.values().length; i++) {
      phases.add(OffScreen.call(() -> motion().phase().orElseThrow()));
      boxes.add(highlighted());
      String words = OffScreen.call(this::formula);
      assertFalse(words.isEmpty());
      key(KeyCode.RIGHT);
    }
    assertEquals(List.of(StepPhase.values()), phases);
    assertEquals(
        List.of(
            List.of("network"),
            List.of("posterior"),
            List.of("transition"),
            List.of("emission"),
            List.of("reconstruction"),
            List.of("network", "transition", "emission")),
        boxes);
    String update = OffScreen.call(this::formula);
    assertTrue(
        update.contains(FormulaNumbers.number(shown.gradientNorm()))
            && update.contains(FormulaNumbers.number(shown.change())),
        update);
    press("phase-before");
    assertEquals(Optional.of(StepPhase.SCORE), OffScreen.call(() -> motion().phase()));
    assertTrue(OffScreen.call(this::formula).contains(FormulaNumbers.number(shown.objective())));
    key(KeyCode.ESCAPE);
    assertEquals(Optional.empty(), OffScreen.call(() -> motion().phase()));
    assertEquals(List.of(), highlighted());
  }

  private String formula() {
    Node node = window.scene().lookup("#phase-formula").lookup(".formula");
    return ((FormulaNode) node).getAccessibleText();
  }

  @Test
  void aModelWithoutALatentPathHasFewerPhases() {
    open("nkf");
    press("slow");
    OffScreen.until(() -> motion().phase().isPresent());
    press("phase-before");
    assertEquals(Optional.of(StepPhase.SCORE), OffScreen.call(() -> motion().phase()));
    key(KeyCode.RIGHT);
    assertEquals(Optional.of(StepPhase.UPDATE), OffScreen.call(() -> motion().phase()));
    press("phase-close");
    assertEquals(Optional.empty(), OffScreen.call(() -> motion().phase()));
  }

  @Test
  void aTrainingThatGoesOnLeavesTheStepBehind() {
    open("deep");
    press("slow");
    OffScreen.until(() -> motion().phase().isPresent());
    press("play");
    OffScreen.until(() -> motion().phase().isEmpty());
  }

  @Test
  void aFitByIterationsHasNoSlowMotion() {
    open("level");
    assertTrue(OffScreen.call(() -> window.scene().lookup("#slow").isDisabled()));
    OffScreen.run(window.controller()::slow);
    assertEquals(Optional.empty(), OffScreen.call(() -> motion().phase()));
  }
}
