package undercurrent.view;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import undercurrent.experiment.Recipe;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

/** A window as tests of its words look at it: trained, of many sizes, at each of its figures. */
final class ResizedWindow {
  private ResizedWindow() {}

  /** Trains on a track, of which series and channel are chosen, and which has a map. */
  static void trainOnTrack(MainWindow window) {
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

  static void resize(MainWindow window, int... size) {
    Stage stage = (Stage) window.scene().getWindow();
    stage.setWidth(size[0]);
    stage.setHeight(size[1]);
  }

  /** Gives the window a size and a zoom of its letters, and says which. */
  static String resize(MainWindow window, int[] size, double zoom) {
    OffScreen.run(
        () -> {
          resize(window, size);
          window.lab().preferences().zoomProperty().set(zoom);
        });
    OffScreen.frames(window.scene(), 3);
    return String.format(Locale.ROOT, "%d×%d at %.2f", size[0], size[1], zoom);
  }

  static List<Node> figureTabs(MainWindow window) {
    return OffScreen.call(
        () -> {
          Parent tabs = (Parent) window.scene().lookup("#figure-tabs");
          return tabs == null ? List.of() : List.copyOf(tabs.getChildrenUnmodifiable());
        });
  }
}
