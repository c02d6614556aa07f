package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.BesideOthers;
import undercurrent.kind.Catalogue;
import undercurrent.text.Language;

/** The window in German and French: its words are there, and none is cut. */
@ResourceLock(BesideOthers.LANGUAGE)
final class LanguagesWindowTest {
  private static final int[][] SIZES = {{960, 620}, {1280, 800}};
  private static final double[] ZOOMS = {1, 1.25, 1.5};

  @AfterEach
  void restore() {
    Language.choose(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(names = {"GERMAN", "FRENCH"})
  void nothingIsCut(Language language) {
    // Titles of figures are read once, and other tests expect them in English.
    Catalogue.standard().kinds().forEach(kind -> kind.figures());
    Language.choose(language);
    MainWindow window = TestWindows.open();
    try {
      ResizedWindow.trainOnTrack(window);
      String label = language == Language.GERMAN ? "Lernrate" : "Taux d’apprentissage";
      assertEquals(
          1,
          OffScreen.call(
              () ->
                  ShownWords.seen(window.scene().getRoot())
                      .filter(n -> n instanceof Labeled l && label.equals(l.getText()))
                      .count()));
      assertEquals(List.of(), cut(window).stream().distinct().toList());
    } finally {
      TestWindows.close(window);
    }
  }

  private static List<String> cut(MainWindow window) {
    List<String> found = new ArrayList<>();
    for (int[] size : SIZES) {
      for (double zoom : ZOOMS) {
        String where = ResizedWindow.resize(window, size, zoom);
        look(window, where, found);
        for (Node tab : ResizedWindow.figureTabs(window)) {
          OffScreen.run(() -> ((ButtonBase) tab).fire());
          OffScreen.frames(window.scene(), 2);
          look(window, where, found);
        }
      }
    }
    return found;
  }

  private static void look(MainWindow window, String where, List<String> found) {
    OffScreen.call(() -> ShownWords.wrong(window.scene().getRoot()))
        .forEach(wrong -> found.add(where + ": " + wrong));
  }

  /** The choice for the next start stands below the keyboard shortcuts. */
  @ParameterizedTest
  @EnumSource
  void theNextLanguageIsChosenInTheHelp(Language language) {
    WindowPreferences preferences = new WindowPreferences();
    OffScreen.start();
    OffScreen.run(
        () -> {
          Node row = LanguageChoice.of(preferences);
          @SuppressWarnings("unchecked")
          ComboBox<Optional<Language>> box = (ComboBox<Optional<Language>>) row.lookup("#language");
          box.setValue(Optional.of(language));
        });
    assertEquals(Optional.of(language), preferences.languageProperty().get());
    assertEquals(Language.ENGLISH, Language.chosen());
  }
}
