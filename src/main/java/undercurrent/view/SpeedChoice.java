package undercurrent.view;

import javafx.scene.control.ChoiceBox;

/** A box in which the speed of a training is chosen. */
final class SpeedChoice {
  private SpeedChoice() {}

  /** Makes a box show and change the speed of the window. */
  static void bind(ChoiceBox<Speed> box, WindowPreferences preferences) {
    box.getItems().setAll(Speed.values());
    box.setConverter(new ChoiceWords<>(Speed::words));
    box.valueProperty().bindBidirectional(preferences.speedProperty());
    Tips.put(box, Words.of("speed.tip"), Tips.USUAL);
    box.setAccessibleText(Words.of("speed.title"));
  }
}
