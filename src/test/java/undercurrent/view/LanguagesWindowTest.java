package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Catalogue;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.text.Language;

/** The window in German and French: its words are there, and none is cut. */
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
      SeriesSet set = Samples.find("storms").orElseThrow().open();
      TestWindows.train(
          window,
          Recipe.of(set)
              .with("latentSize", 2)
              .with("hiddenUnits", 8)
              .with("epochs", 2)
              .experiment(set));
      OffScreen.run(
          () ->
              ((TitledPane) window.scene().lookup("#knobs").lookup(".titled-pane"))
                  .setExpanded(true));
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
        OffScreen.run(
            () -> {
              Stage stage = (Stage) window.scene().getWindow();
              stage.setWidth(size[0]);
              stage.setHeight(size[1]);
              window.lab().preferences().zoomProperty().set(zoom);
            });
        OffScreen.frames(window.scene(), 3);
        String where = String.format(Locale.ROOT, "%d×%d at %.2f", size[0], size[1], zoom);
        look(window, where, found);
        for (Node tab : tabs(window)) {
          OffScreen.run(() -> ((ButtonBase) tab).fire());
          OffScreen.frames(window.scene(), 2);
          look(window, where, found);
        }
      }
    }
    return found;
  }

  private static List<Node> tabs(MainWindow window) {
    return OffScreen.call(
        () -> {
          Parent tabs = (Parent) window.scene().lookup("#figure-tabs");
          return tabs == null ? List.of() : List.copyOf(tabs.getChildrenUnmodifiable());
        });
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
