package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.TrainingSettings;

final class KnobControlTest {
  private final MainWindow window = TestWindows.open();

  @BeforeEach
  void open() {
    SeriesSet set = new SineFamily(4, 30, 0.1).generate(1);
    OffScreen.run(() -> window.lab().open(Recipe.of(set).experiment(set)));
    OffScreen.frames(window.scene(), 2);
  }

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private Node find(String id) {
    return window.scene().lookup("#" + id);
  }

  private double rate() {
    return OffScreen.call(() -> window.lab().knobs().training().learningRate());
  }

  private String text(String key) {
    return OffScreen.call(() -> ((TextField) find("knob-" + key)).getText());
  }

  private static KeyEvent key(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  @Test
  void everyLiveFractionHasASlider() {
    for (Setting setting : Settings.of(TrainingSettings.class)) {
      if (!setting.knob().live() || setting.knob().advanced()) continue;
      Node slider = OffScreen.call(() -> find("slider-" + setting.key()));
      assertEquals(!setting.isWhole(), slider != null, setting.key());
    }
  }

  @Test
  void aSliderTurnsItsKnobAtOnceOnALogarithmicScale() {
    OffScreen.run(() -> ((Slider) find("slider-learningRate")).setValue(4 / 7.0));
    assertEquals(1e-3, rate(), 1e-15);
    assertEquals("0.001", text("learningRate"));
    OffScreen.run(() -> ((Slider) find("slider-learningRate")).setValue(6 / 7.0));
    assertEquals(0.1, rate(), 1e-12);
  }

  @Test
  void whatIsDraggedIsTakenBackAsOneChange() {
    double before = rate();
    OffScreen.run(
        () -> {
          Slider slider = (Slider) find("slider-learningRate");
          slider.setValueChanging(true);
          slider.setValue(0.5);
          slider.setValue(0.6);
          slider.setValue(0.7);
          slider.setValueChanging(false);
        });
    assertTrue(rate() != before);
    OffScreen.run(window.lab()::undo);
    assertEquals(before, rate());
    double place = OffScreen.call(() -> ((Slider) find("slider-learningRate")).getValue());
    assertEquals(SliderScale.of(rateKnob().knob()).place(before), place, 1e-12);
  }

  private static Setting rateKnob() {
    return KnobRows.find(Settings.of(TrainingSettings.class), "learningRate").orElseThrow();
  }

  @Test
  void aFieldOfANumberTakesNoLetters() {
    for (String row :
        List.of(
            "learningRate 0.0x1 0.005",
            "learningRate abc 0.005",
            "learningRate e5 0.005",
            "learningRate -1 0.005",
            "latentSize 2.5 2",
            "latentSize r 2",
            "latentSize 12 12",
            "learningRate 0,01 0.01",
            "learningRate 2e-4 2e-4",
            "seed -7 -7")) {
      String[] parts = row.split(" ");
      OffScreen.run(() -> ((TextField) find("knob-" + parts[0])).setText(parts[1]));
      assertEquals(parts[2], text(parts[0]), row);
    }
  }

  @Test
  void buttonsStepAWholeNumber() {
    OffScreen.run(() -> button("epochs", 1).fire());
    assertEquals("800", text("epochs"));
    OffScreen.run(() -> button("seed", 0).fire());
    assertEquals("0", text("seed"));
    OffScreen.run(() -> button("latentSize", 0).fire());
    assertEquals("1", text("latentSize"));
    assertTrue(OffScreen.call(() -> button("latentSize", 0).isDisable()), "it ends at 1");
  }

  private Button button(String key, int place) {
    List<Button> buttons =
        find("knob-" + key).getParent().getChildrenUnmodifiable().stream()
            .filter(Button.class::isInstance)
            .map(Button.class::cast)
            .toList();
    return buttons.get(place);
  }

  @Test
  void escapeGivesTheKeyboardBack() {
    for (String id : List.of("knob-learningRate", "slider-learningRate", "knob-kind")) {
      OffScreen.run(() -> find(id).requestFocus());
      assertEquals(find(id), OffScreen.call(() -> window.scene().getFocusOwner()));
      OffScreen.run(() -> Event.fireEvent(find(id), key(KeyCode.ESCAPE)));
      assertEquals(
          window.scene().getRoot(), OffScreen.call(() -> window.scene().getFocusOwner()), id);
    }
    OffScreen.run(() -> Event.fireEvent(window.scene().getRoot(), key(KeyCode.PERIOD)));
    OffScreen.until(() -> TestWindows.snapshot(window).filter(s -> s.step() == 1).isPresent());
  }

  @Test
  void aClickOnEmptySpaceGivesTheKeyboardBackAndCountsWhatWasTyped() {
    OffScreen.run(
        () -> {
          find("knob-learningRate").requestFocus();
          ((TextField) find("knob-learningRate")).setText("0.002");
        });
    OffScreen.run(() -> press(find("knob-seed").getParent()));
    assertEquals(window.scene().getRoot(), OffScreen.call(() -> window.scene().getFocusOwner()));
    assertEquals(0.002, rate());
    OffScreen.run(() -> press(find("knob-seed")));
    assertFalse(
        OffScreen.call(() -> window.scene().getFocusOwner()) == window.scene().getRoot(),
        "a field takes the keyboard");
  }

  private static void press(Node on) {
    Mouse.PRIMARY.fire(MouseEvent.MOUSE_PRESSED, on, new Point2D(1, 1));
  }

  /** Places and numbers fit together all over a scale, and both ends are there. */
  @Test
  void aScaleGoesFromItsLeastToItsMost() {
    for (SliderScale scale :
        Stream.of("learningRate", "rateDecay", "klStart", "klWeight", "gradientClip", "weightDecay")
            .map(k -> KnobRows.find(Settings.of(TrainingSettings.class), k).orElseThrow().knob())
            .map(SliderScale::of)
            .toList()) {
      assertEquals(scale.least(), scale.value(0), scale.toString());
      assertEquals(scale.most(), scale.value(1), scale.toString());
      double before = -1;
      for (double place = 0; place <= 1; place += 0.05) {
        double value = scale.value(place);
        assertTrue(value > before, scale + " at " + place);
        assertEquals(place, scale.place(value), 0.02, scale + " at " + place);
        before = value;
      }
    }
  }
}
