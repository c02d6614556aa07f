package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Snapshot.State;

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
    assertEquals(expected / 12, window.lab().zoomProperty().get(), 1e-9);
    assertFalse(OffScreen.call(() -> window.scene().lookup("#lookBar").isVisible()));
    for (String figure : new String[] {"plane", "latent", "curve", "observed"}) {
      fire("presentation-" + figure);
    }
    assertEquals(1, shown());
    fire("presentation-curve");
    assertEquals(2, shown());
    OffScreen.frames(window.scene(), 3);
    Node figures = find("figures");
    double width = OffScreen.call(() -> figures.getLayoutBounds().getWidth());
    assertEquals(OffScreen.call(() -> root().getWidth()), width, 1);
    OffScreen.run(() -> window.controller().back());
    OffScreen.frames(window.scene(), 3);
    assertEquals(4, shown());
    assertEquals(1.0, window.lab().zoomProperty().get());
    assertTrue(OffScreen.call(() -> root().getLeft() != null && root().getTop() != null));
    assertTrue(OffScreen.call(() -> window.scene().lookup("#lookBar").isVisible()));
  }

  @Test
  void aWindowThatClosesInAPresentationKeepsTheZoomOfBefore() {
    open();
    OffScreen.run(() -> window.controller().present());
    OffScreen.frames(window.scene(), 2);
    OffScreen.run(() -> window.scene().getWindow().hide());
    assertEquals(1.0, window.lab().zoomProperty().get());
  }
}
