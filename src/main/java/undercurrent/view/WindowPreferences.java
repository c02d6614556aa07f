package undercurrent.view;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import undercurrent.picture.PictureLook;
import undercurrent.text.Language;

/**
 * What the person chose for the window, whatever is open in it. {@link WindowMemory} keeps it for
 * the next start.
 */
final class WindowPreferences {
  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final DoubleProperty zoom = new SimpleDoubleProperty(1);
  private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.NORMAL);
  private final BooleanProperty updates = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<Language>> language =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Language> files = new SimpleObjectProperty<>(Language.ENGLISH);
  private final ObjectProperty<PictureLook> pictures =
      new SimpleObjectProperty<>(PictureLook.USUAL);
  private final BooleanProperty hinted = new SimpleBooleanProperty();

  /** Whether the theme is dark. */
  BooleanProperty darkProperty() {
    return dark;
  }

  /** How much larger than usual everything is. */
  DoubleProperty zoomProperty() {
    return zoom;
  }

  /** How fast a training may go. */
  ObjectProperty<Speed> speedProperty() {
    return speed;
  }

  /** Whether the window looks for newer versions. */
  BooleanProperty updatesProperty() {
    return updates;
  }

  /** The language of the next start, none where it follows the system. */
  ObjectProperty<Optional<Language>> languageProperty() {
    return language;
  }

  /** The language of figures in files and in the clipboard. */
  ObjectProperty<Language> filesProperty() {
    return files;
  }

  /** How figures look in files and in the clipboard. */
  ObjectProperty<PictureLook> picturesProperty() {
    return pictures;
  }

  /** Whether the hint of the first screen has been used or closed. */
  BooleanProperty hintedProperty() {
    return hinted;
  }
}
