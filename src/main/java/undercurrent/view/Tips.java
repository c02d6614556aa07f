package undercurrent.view;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Gives controls their tooltips and names for screen readers. */
final class Tips {
  private static final Duration SOON = Duration.millis(400);

  private Tips() {}

  static void put(Control control, String key) {
    Tooltip tip = new Tooltip(Words.of(key));
    tip.setShowDelay(SOON);
    control.setTooltip(tip);
    control.setAccessibleText(Words.of(key));
  }
}
