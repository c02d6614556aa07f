package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.view.chart.FigureChart;

/** No word is cut and no legend is left out, whatever the size of the window and of its letters. */
final class TruncationTest {
  private static final int[][] SIZES = {{960, 620}, {1280, 800}, {1920, 1080}};
  private static final double[] ZOOMS = {0.5, 0.8, 1, 1.25, 1.5, 2};
  private final MainWindow window = TestWindows.open();
  private final List<String> found = new ArrayList<>();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private void train() {
    SeriesSet set = Samples.find("sine").orElseThrow().open();
    TestWindows.train(
        window, Recipe.of(set).with("hiddenUnits", 32).with("epochs", 30).experiment(set));
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
              window.lab().zoomProperty().set(zoom);
            });
        OffScreen.frames(window.scene(), 4);
        String where = String.format(Locale.ROOT, "%d×%d at %.2f", size[0], size[1], zoom);
        look(where);
        for (Node tab : tabs()) {
          OffScreen.run(() -> ((ButtonBase) tab).fire());
          OffScreen.frames(window.scene(), 3);
          look(where);
        }
        ToggleButton settings = (ToggleButton) window.scene().lookup("#settings");
        if (OffScreen.call(settings::isVisible)) {
          OffScreen.run(settings::fire);
          OffScreen.frames(window.scene(), 3);
          look(where + " settings");
          OffScreen.run(settings::fire);
        }
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
    OffScreen.run(() -> walk(window.scene().getRoot(), where));
  }

  private void walk(Node node, String where) {
    if (!node.isVisible()) return;
    switch (node) {
      case Labeled labeled -> labeled(labeled, where);
      case TextField field -> field(field, where);
      case FigureChart chart -> {
        if (chart.figure().isPresent() && !chart.showsLegend()) {
          found.add(where + ": no legend of " + chart.figure().get().title());
        }
      }
      default -> {}
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, where));
    }
  }

  private void labeled(Labeled labeled, String where) {
    String words = labeled.getText();
    if (words == null || words.isEmpty() || labeled.isWrapText()) return;
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child == labeled.getGraphic() || !child.isVisible()) continue;
      if (child instanceof Text shown && !shown.getText().equals(words)) {
        found.add("%s: %s is cut to %s".formatted(where, words, shown.getText()));
      }
    }
  }

  private void field(TextField field, String where) {
    double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
    Text measured = new Text(field.getText());
    measured.setFont(field.getFont());
    if (room > 0 && measured.getLayoutBounds().getWidth() > room + 1) {
      found.add("%s: the field %s cuts %s".formatted(where, field.getId(), field.getText()));
    }
  }
}
