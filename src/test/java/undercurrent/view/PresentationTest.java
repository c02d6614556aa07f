package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Snapshot.State;
import undercurrent.view.chart.FigureChart;

final class PresentationTest {
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private void open() {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    Experiment experiment = Recipe.of(set).with("hiddenUnits", 4).with("epochs", 3).experiment(set);
    OffScreen.run(
        () -> {
          window.lab().open(experiment);
          window.lab().play();
        });
    OffScreen.until(() -> window.lab().state().filter(s -> s == State.FINISHED).isPresent());
  }

  private BorderPane root() {
    return (BorderPane) window.scene().getRoot();
  }

  private Node find(String id) {
    return OffScreen.call(() -> root().lookup("#" + id));
  }

  private void fire(String id) {
    Node node = find(id);
    OffScreen.run(() -> ((ToggleButton) node).fire());
  }

  private int shown() {
    return OffScreen.call(() -> window.controller().figures().places().chosen().size());
  }

  @Test
  void chosenFiguresFillTheScreenInLargeTypeAndAllComesBack() {
    open();
    OffScreen.run(
        () -> {
          Stage stage = (Stage) window.scene().getWindow();
          stage.setWidth(1920);
          stage.setHeight(1080);
          window.controller().present();
        });
    OffScreen.frames(window.scene(), 3);
    assertNull(OffScreen.call(() -> root().getLeft()));
    double expected =
        OffScreen.call(() -> Math.min(root().getWidth() / 1920, root().getHeight() / 1080)) * 22;
    assertEquals(expected / (0.94 * 12), window.lab().preferences().zoomProperty().get(), 1e-9);
    OffScreen.run(() -> look(root(), expected));
    assertEquals(4, charts().size());
    assertTrue(charts().stream().allMatch(FigureChart::showsLegend));
    assertFalse(OffScreen.call(() -> window.scene().lookup("#lookBar").isVisible()));
    for (String figure : new String[] {"plane", "latent", "curve", "observed"}) {
      fire("presentation-" + figure);
    }
    assertEquals(1, shown());
    OffScreen.frames(window.scene(), 3);
    FigureChart curve = charts().getFirst();
    assertTrue(curve.labels().labels().size() > 2);
    assertEquals(0, OffScreen.call(() -> legendHeight(curve)), 1e-9);
    fire("presentation-curve");
    assertEquals(2, shown());
    OffScreen.frames(window.scene(), 3);
    Node figures = find("figures");
    double width = OffScreen.call(() -> figures.getLayoutBounds().getWidth());
    assertEquals(OffScreen.call(() -> root().getWidth()), width, 1);
    OffScreen.run(() -> window.controller().back());
    OffScreen.frames(window.scene(), 3);
    assertEquals(4, shown());
    assertEquals(1.0, window.lab().preferences().zoomProperty().get());
    assertTrue(charts().stream().allMatch(c -> c.labels().labels().size() < 2));
    assertTrue(OffScreen.call(() -> root().getLeft() != null && root().getTop() != null));
    assertTrue(OffScreen.call(() -> window.scene().lookup("#lookBar").isVisible()));
  }

  /** No letters are smaller than on a slide. */
  private void look(Node node, double least) {
    if (!node.isVisible()) return;
    if (node instanceof Text text && !text.getText().isBlank() && !isIcon(text)) {
      assertTrue(text.getFont().getSize() >= least - 0.1, text.toString());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, least));
    }
  }

  private static boolean isIcon(Text text) {
    return text instanceof FontIcon || text.getStyleClass().contains("ikonli-font-icon");
  }

  private List<FigureChart> charts() {
    return OffScreen.call(
        () ->
            root().lookupAll(".figure-chart").stream()
                .map(FigureChart.class::cast)
                .filter(c -> c.figure().isPresent())
                .toList());
  }

  private static double legendHeight(FigureChart chart) {
    return ((Region) chart.getChildren().get(1)).getHeight();
  }

  @Test
  void aWindowThatClosesInAPresentationKeepsTheZoomOfBefore() {
    open();
    OffScreen.run(() -> window.controller().present());
    OffScreen.frames(window.scene(), 2);
    OffScreen.run(() -> window.scene().getWindow().hide());
    assertEquals(1.0, window.lab().preferences().zoomProperty().get());
  }
}
