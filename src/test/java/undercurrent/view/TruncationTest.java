package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Example;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

/**
 * No word is cut, no legend is left out, and everything is seen well on what is behind it, whatever
 * the size of the window and of its letters, in both themes.
 */
final class TruncationTest {
  private static final int[][] SIZES = {{960, 620}, {1280, 800}, {1920, 1080}};
  private static final double[] ZOOMS = {0.5, 0.8, 1, 1.25, 1.5, 2};
  private final MainWindow window = TestWindows.open();
  private final List<String> found = new ArrayList<>();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  /** A track: a series and a channel are chosen, and there is a map. */
  private void train() {
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
  }

  @Test
  void nothingIsCutAtAnySize() {
    train();
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
        look(where);
        for (Node tab : tabs()) {
          OffScreen.run(() -> ((ButtonBase) tab).fire());
          OffScreen.frames(window.scene(), 2);
          look(where);
        }
        ToggleButton settings = (ToggleButton) window.scene().lookup("#settings");
        if (OffScreen.call(settings::isVisible)) {
          OffScreen.run(settings::fire);
          OffScreen.frames(window.scene(), 2);
          look(where + " settings");
          OffScreen.run(settings::fire);
        }
        OffScreen.run(() -> window.controller().theme());
        OffScreen.frames(window.scene(), 1);
        contrast(where);
      }
    }
    assertEquals(List.of(), found.stream().distinct().toList());
  }

  /** Each kind has settings and words of its own. */
  @Test
  void nothingIsCutOfAnyKind() {
    for (ModelKind<?> each : Catalogue.standard().kinds()) {
      Example example = Example.of(each);
      String kind = example.kind().id();
      OffScreen.run(() -> window.lab().open(example.experiment()));
      OffScreen.until(() -> window.lab().snapshotProperty().get() != null);
      for (int[] size : SIZES) {
        OffScreen.run(
            () -> {
              Stage stage = (Stage) window.scene().getWindow();
              stage.setWidth(size[0]);
              stage.setHeight(size[1]);
            });
        OffScreen.frames(window.scene(), 2);
        look(String.format(Locale.ROOT, "%s at %d×%d", kind, size[0], size[1]));
      }
    }
    assertEquals(List.of(), found.stream().distinct().toList());
  }

  private List<Node> tabs() {
    return OffScreen.call(
        () -> {
          Parent tabs = (Parent) window.scene().lookup("#figure-tabs");
          return tabs == null ? List.of() : List.copyOf(tabs.getChildrenUnmodifiable());
        });
  }

  private void look(String where) {
    OffScreen.call(() -> ShownWords.wrong(window.scene().getRoot()))
        .forEach(wrong -> found.add(where + ": " + wrong));
    contrast(where);
  }

  private void contrast(String where) {
    String theme = window.lab().preferences().darkProperty().get() ? " dark" : " light";
    OffScreen.call(() -> ShownContrast.wrong(window.scene().getRoot()))
        .forEach(wrong -> found.add(where + theme + ": " + wrong));
  }
}
