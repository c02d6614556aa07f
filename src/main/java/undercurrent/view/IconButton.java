package undercurrent.view;

import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;

/** A small button with an icon in the place of words, which the Tab key passes over. */
final class IconButton extends Button {
  IconButton(FontIcon icon) {
    super(null, icon);
    getStyleClass().addAll("flat", "button-icon", "small");
    setFocusTraversable(false);
  }
}
