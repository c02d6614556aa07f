package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.inference.RowTrace;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;

final class ArithmeticWindowTest {
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private void train(SeriesSet set, String kind, int epochs) {
    Recipe recipe = Recipe.of(set).with("kind", kind).with("epochs", epochs);
    TestWindows.train(window, recipe.experiment(set));
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("arithmetic"));
  }

  private List<String> titles() {
    VBox lines = (VBox) window.scene().lookup("#arithmetic");
    return lines.getChildren().stream()
        .filter(n -> n instanceof Label && n.getStyleClass().contains("section"))
        .map(n -> ((Label) n).getText())
        .toList();
  }

  private String row() {
    VBox lines = (VBox) window.scene().lookup("#arithmetic");
    return lines.getChildren().isEmpty() ? "" : ((Label) lines.getChildren().getFirst()).getText();
  }

  private void until(int row) {
    OffScreen.until(
        () ->
            window.scene().lookup("#arithmetic") != null
                && row().equals(Words.of("arithmetic.row", Integer.toString(row))));
  }

  private boolean isWritten(double number) {
    String wanted = FormulaNumbers.number(number);
    for (Node node : window.scene().lookup("#arithmetic").lookupAll(".formula-letters")) {
      if (wanted.replace("-", "").contains(((Text) node).getText().replace("−", ""))) return true;
    }
    return false;
  }

  @Test
  void theArrowKeysWalkAlongTheStepsOfALinearKind() {
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    train(nile, "level", 30);
    double[] times = nile.series().getFirst().times();
    OffScreen.run(() -> window.lab().cursorProperty().set(OptionalDouble.of(times[20])));
    until(21);
    assertEquals(List.of("Predict", "Innovation", "Gain", "Update"), OffScreen.call(this::titles));
    RowTrace.Linear shown = linear();
    assertTrue(OffScreen.call(() -> isWritten(shown.step().gain()[0][0])));
    OffScreen.run(() -> window.scene().getRoot().requestFocus());
    OffScreen.run(
        () ->
            Event.fireEvent(
                window.scene().getRoot(),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false)));
    until(22);
    assertEquals(shown.step().filtered()[0], linear().step().before()[0], 1e-12);
  }

  private RowTrace.Linear linear() {
    return assertInstanceOf(
        RowTrace.Linear.class,
        OffScreen.call(() -> window.controller().figures().arithmetic().shown().orElseThrow()));
  }

  /** What is shown belongs to the model of the epoch that is gone back to. */
  @Test
  void anEarlierEpochHasItsOwnArithmetic() {
    train(new SineFamily(4, 20, 0.1).generate(1), "deep", 12);
    OffScreen.until(() -> window.controller().figures().arithmetic().shown().isPresent());
    RowTrace.Drawn newest =
        assertInstanceOf(
            RowTrace.Drawn.class,
            OffScreen.call(() -> window.controller().figures().arithmetic().shown().orElseThrow()));
    OffScreen.run(() -> window.lab().replay().goTo(0));
    OffScreen.until(
        () ->
            window
                .controller()
                .figures()
                .arithmetic()
                .shown()
                .filter(
                    t -> t instanceof RowTrace.Drawn d && d.path().z()[0] != newest.path().z()[0])
                .isPresent());
    RowTrace.Drawn first =
        (RowTrace.Drawn)
            OffScreen.call(() -> window.controller().figures().arithmetic().shown().orElseThrow());
    var lab = window.lab();
    int row = (int) Math.round(lab.selection().seenShareProperty().get() * 20) - 1;
    RowTrace.Drawn same =
        (RowTrace.Drawn)
            Run.of(lab.experiment().orElseThrow())
                .estimator()
                .trace(lab.selection().seriesProperty().get(), row, 0)
                .orElseThrow();
    assertEquals(same.path().logLikelihood(), first.path().logLikelihood());
  }
}
