package undercurrent.view;

import java.util.Locale;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The size of all letters and icons of the window. */
record LetterSizes(BorderPane root, VBox side) {
  /** In pixels at the usual size. */
  static final double USUAL = 13;

  private static final double LEAST = 10;

  /** Keeps them as large as is wanted. */
  void follow(WindowPreferences wanted) {
    wanted.zoomProperty().addListener((o, before, now) -> put(now.doubleValue()));
    put(wanted.zoomProperty().get());
  }

  /** Puts them, so much larger than usual. */
  private void put(double scale) {
    root.setStyle(letters(USUAL * scale));
    // The controls of the side pane have frames of a fixed width, beside which words need room.
    side.setStyle(letters(Math.max(LEAST, USUAL * scale)));
    root.getStylesheets().setAll(IconSizes.at(scale));
  }

  private static String letters(double pixels) {
    return String.format(Locale.ROOT, "-fx-font-size: %.1fpx", pixels);
  }
}
