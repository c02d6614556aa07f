package undercurrent.view;

import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Gives controls their tooltips and names for screen readers. */
final class Tips {
  /** How long the mouse stays before words come. */
  static final Duration USUAL = Duration.millis(400);

  private static final double WIDEST = 360;

  private Tips() {}

  /** Words that name the control as well. */
  static void put(Control control, String key) {
    control.setAccessibleText(Words.of(key));
    put(control, Words.of(key), USUAL);
  }

  /**
   * A tooltip is a window of its own, and a hundred of them cost a tenth of the start: it is made
   * when the mouse comes near for the first time.
   */
  static void put(Control control, String words, Duration delay) {
    control.setAccessibleHelp(words);
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            control.setTooltip(tooltip(words, delay));
          }
        });
  }

  private static Tooltip tooltip(String words, Duration delay) {
    Tooltip tip = new Tooltip(words);
    tip.setShowDelay(delay);
    tip.setWrapText(true);
    tip.setMaxWidth(WIDEST);
    return tip;
  }
}
