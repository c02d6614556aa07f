package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.model.formula.Formula;
import undercurrent.series.SeriesSet;
import undercurrent.series.VanDerPol;
import undercurrent.settings.Settings;

/** The box of equations in the window. */
final class FormulaWindowTest {
  private static final String RIGHT = "dx/dt = v\ndv/dt = mu*(1 - x^2)*v - x\ny = x\nmu ~ 1";
  private final MainWindow window = TestWindows.open();

  @BeforeEach
  void open() {
    SeriesSet set = new VanDerPol(60).generate(1);
    OffScreen.run(() -> window.lab().open(Recipe.of(set).with("kind", "formula").experiment(set)));
    OffScreen.frames(window.scene(), 2);
  }

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private TextArea box() {
    return (TextArea) window.scene().lookup("#knob-formula");
  }

  private Label sentence() {
    return (Label) window.scene().lookup("#lines-sentence");
  }

  private Node mark() {
    return window.scene().lookup(".mistake-mark");
  }

  private void type(String text) {
    OffScreen.run(
        () -> {
          box().requestFocus();
          box().setText(text);
        });
    OffScreen.frames(window.scene(), 2);
  }

  private String counting() {
    return OffScreen.call(
        () -> (String) Settings.value(window.lab().knobs().model().settings(), "formula"));
  }

  private void press(KeyCode code, boolean control) {
    OffScreen.run(
        () ->
            box()
                .fireEvent(
                    new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    OffScreen.frames(window.scene(), 2);
  }

  @Test
  void whatIsRightCountsWhenTheBoxIsLeft() {
    assertEquals(Formula.EXAMPLE, OffScreen.call(() -> box().getText()));
    assertFalse(OffScreen.call(() -> sentence().isVisible()));
    type(RIGHT + "\n");
    assertEquals(Formula.EXAMPLE, counting(), "not while it is typed");
    assertEquals(Words.of("lines.right"), OffScreen.call(() -> sentence().getText()));
    OffScreen.run(() -> window.scene().getRoot().requestFocus());
    OffScreen.frames(window.scene(), 2);
    assertEquals(RIGHT, counting());
    assertFalse(OffScreen.call(() -> sentence().isVisible()));
    type(RIGHT + "\nx(0) = 0 +- 1");
    press(KeyCode.ENTER, true);
    assertEquals(RIGHT + "\nx(0) = 0 +- 1", counting());
  }

  @Test
  void aMistakeIsUnderlinedSaidAndDoesNotCount() {
    type(RIGHT.replace("mu*(1", "muu*(1"));
    assertEquals(
        "In the equations, line 2, column 9: 'muu' is not defined; give it a value, as in k = 2, or"
            + " have it learned, as in k ~ 2.",
        OffScreen.call(() -> sentence().getText()));
    OffScreen.run(
        () -> {
          TextAreaSkin skin = (TextAreaSkin) box().getSkin();
          int at = box().getText().indexOf("muu");
          Bounds line = mark().getBoundsInParent();
          assertTrue(mark().isVisible());
          assertEquals(skin.getCharacterBounds(at).getMinX(), line.getMinX(), 0.5);
          assertEquals(skin.getCharacterBounds(at + 2).getMaxX(), line.getMaxX(), 0.5);
          assertEquals(skin.getCharacterBounds(at).getMaxY(), line.getMaxY(), 1);
          assertTrue(((Region) mark()).getHeight() >= 2);
        });
    OffScreen.run(() -> window.scene().getRoot().requestFocus());
    assertEquals(Formula.EXAMPLE, counting());
    assertTrue(OffScreen.call(() -> box().getText().contains("muu")), "it stays to be mended");
    OffScreen.run(() -> box().requestFocus());
    press(KeyCode.ESCAPE, false);
    assertEquals(Formula.EXAMPLE, OffScreen.call(() -> box().getText()));
    assertFalse(OffScreen.call(() -> mark().isVisible()));
  }
}
