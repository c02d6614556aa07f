package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import undercurrent.experiment.Recipe;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.view.chart.FigureChart;

/** What the mouse does in figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FigureMouseTest {
  private final MainWindow window = TestWindows.open();

  @BeforeAll
  void train() {
    SeriesSet set = new SineFamily(10, 30, 0.1).generate(1);
    TestWindows.train(
        window, Recipe.of(set).with("hiddenUnits", 4).with("epochs", 6).experiment(set));
  }

  @AfterAll
  void close() {
    TestWindows.close(window);
  }

  private FigureChart chart(String id) {
    return OffScreen.call(
        () ->
            window.scene().getRoot().lookupAll(".figure-chart").stream()
                .map(FigureChart.class::cast)
                .filter(c -> c.figure().filter(f -> f.id().equals(id)).isPresent())
                .findFirst()
                .orElseThrow());
  }

  @Test
  void aFigureIsEnlargedByItsButton() {
    FigureChart latent = chart("latent");
    OffScreen.run(() -> ((Button) latent.header().lookup(".button-icon")).fire());
    Node places = window.scene().lookup("#figures");
    assertEquals(1, OffScreen.call(() -> places.lookupAll(".card").size()));
    OffScreen.run(() -> window.controller().back());
    assertEquals(4, OffScreen.call(() -> places.lookupAll(".card").size()));
    OffScreen.frames(window.scene(), 3);
  }

  /** What is dragged over in one figure is shown by all figures over time. */
  @Test
  void timeIsZoomedTogether() {
    FigureChart observed = chart("observed");
    FigureChart latent = chart("latent");
    OffScreen.frames(window.scene(), 3);
    double all = OffScreen.call(() -> latent.shownX().span());
    OffScreen.run(
        () -> {
          Node canvas = observed.plot();
          double width = canvas.getLayoutBounds().getWidth();
          double height = canvas.getLayoutBounds().getHeight();
          Point2D from = new Point2D(0.2 * width, 0.2 * height);
          Point2D to = new Point2D(0.6 * width, 0.8 * height);
          Mouse.PRIMARY.fire(MouseEvent.MOUSE_PRESSED, canvas, from);
          Mouse.PRIMARY.fire(MouseEvent.MOUSE_DRAGGED, canvas, to);
          Mouse.PRIMARY.fire(MouseEvent.MOUSE_RELEASED, canvas, to);
        });
    OffScreen.frames(window.scene(), 3);
    assertEquals(0.4 * all, OffScreen.call(() -> observed.shownX().span()), 0.02 * all);
    assertEquals(OffScreen.call(observed::shownX), OffScreen.call(latent::shownX));
    // The chart library would put a slider of its own there.
    assertTrue(
        OffScreen.call(() -> ShownWords.seen(observed).noneMatch(RangeSlider.class::isInstance)));
    OffScreen.run(
        () -> {
          Mouse second = new Mouse(MouseButton.SECONDARY, 1, false, false);
          second.fire(MouseEvent.MOUSE_CLICKED, latent.plot(), new Point2D(20, 20));
        });
    OffScreen.frames(window.scene(), 3);
    assertEquals(all, OffScreen.call(() -> observed.shownX().span()), 1e-9);
    assertEquals(all, OffScreen.call(() -> latent.shownX().span()), 1e-9);
  }
}
