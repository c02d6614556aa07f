package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Example;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;

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

  @Test
  void nothingIsCutAtAnySize() {
    ResizedWindow.trainOnTrack(window);
    for (int[] size : SIZES) {
      for (double zoom : ZOOMS) {
        String where = ResizedWindow.resize(window, size, zoom);
        look(where);
        for (Node tab : ResizedWindow.figureTabs(window)) {
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
        OffScreen.run(() -> ResizedWindow.resize(window, size));
        OffScreen.frames(window.scene(), 2);
        look(String.format(Locale.ROOT, "%s at %d×%d", kind, size[0], size[1]));
      }
    }
    assertEquals(List.of(), found.stream().distinct().toList());
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
