package undercurrent.view;

import java.util.function.LongConsumer;
import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * The two buttons that make a whole number smaller and larger: by one, or a large one of a wide
 * range by a factor of two.
 */
final class Stepper {
  private static final long SMALL = 16;
  private static final double WIDE = 400;
  private final double least;
  private final double most;
  private final boolean doubles;
  private final Button less = button(Material2MZ.REMOVE);
  private final Button more = button(Material2AL.ADD);
  private long value;

  /**
   * With the ends of what is allowed.
   *
   * @param name of the number, for a screen reader
   * @param changed takes the number that is wanted
   */
  Stepper(String name, double least, double most, LongConsumer changed) {
    this.least = least;
    this.most = most;
    doubles = least >= 0 && most > WIDE;
    less.setAccessibleText(Words.of("stepper.less", name));
    more.setAccessibleText(Words.of("stepper.more", name));
    less.setOnAction(e -> changed.accept(clamped(smaller())));
    more.setOnAction(e -> changed.accept(clamped(larger())));
  }

  private static Button button(Ikon icon) {
    Button button = new IconButton(new FontIcon(icon));
    button.getStyleClass().add("stepper");
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  Button less() {
    return less;
  }

  Button more() {
    return more;
  }

  /** The number that the buttons start from. */
  void show(long now) {
    value = now;
    less.setDisable(now <= least);
    more.setDisable(now >= most);
  }

  /** The next number above the one that is shown. */
  private long larger() {
    return doubles && value >= SMALL ? 2 * value : value + 1;
  }

  /** The next number below. */
  private long smaller() {
    return doubles && value > SMALL ? value / 2 : value - 1;
  }

  private long clamped(long wanted) {
    return Math.clamp(wanted, (long) least, (long) most);
  }
}
