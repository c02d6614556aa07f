package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.figure.Mark;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;

/** What the plane shows, and whether it is given room. */
final class PlaneWindowTest {
  private final MainWindow window = TestWindows.open();
  private final SeriesSet set = new SineFamily(3, 24, 0.1).generate(1);

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private void train(String kind, String key, Object value) {
    Recipe recipe = Recipe.of(set).with("kind", kind).with("epochs", 3).with(key, value);
    TestWindows.train(window, recipe.experiment(set));
    OffScreen.frames(window.scene(), 2);
  }

  private List<String> ids() {
    return OffScreen.call(this::shown);
  }

  /** On the screen's thread. */
  private List<String> shown() {
    return window.controller().figures().figures().stream().map(Figure::id).toList();
  }

  private Figure figure(String id) {
    return OffScreen.call(() -> window.controller().figures().figure(id));
  }

  private boolean says(String id, String legend) {
    return figure(id).marks().stream().map(Mark::legend).anyMatch(l -> l.startsWith(legend));
  }

  private double width() {
    return OffScreen.call(
        () -> window.scene().lookup("#figures").lookup(".card").getLayoutBounds().getWidth());
  }

  @Test
  void aStateOfOneDimensionGivesItsRoomToTheObservations() {
    train("deep", "latentSize", 2);
    assertTrue(ids().contains("phase"));
    assertTrue(says("phase", "mean of the transition"));
    double beside = width();
    train("level", "epochs", 2);
    assertEquals(List.of("observed", "elbo", "latent"), ids());
    assertTrue(width() > 1.3 * beside, width() + " after " + beside);
    train("deep", "latentSize", 1);
    assertTrue(ids().contains("phase"), "a network's step is worth seeing");
    assertTrue(says("phase", "unchanged"));
    assertEquals(beside, width(), 1);
  }

  @Test
  void aFigureWithoutNumbersSaysWhy() {
    train("seasonal", "season", 20);
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("matrices"));
    OffScreen.frames(window.scene(), 2);
    assertEquals(List.of(), ids().stream().filter(id -> id.equals("matrices")).toList());
    assertTrue(
        OffScreen.call(
            () ->
                window.scene().getRoot().lookupAll(".hint").stream()
                    .filter(n -> n instanceof Label)
                    .map(n -> ((Label) n).getText())
                    .anyMatch(words -> words.startsWith("Matrices are drawn up to 14 states"))));
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("eigenvalues"));
    OffScreen.frames(window.scene(), 2);
    assertTrue(ids().contains("eigenvalues"));
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("elbo"));
  }

  @Test
  void linearKindsShowEigenvaluesAndGatedOnesTheirGates() {
    train("linear", "epochs", 2);
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("eigenvalues"));
    OffScreen.until(() -> shown().contains("eigenvalues"));
    assertTrue(says("eigenvalues", "eigenvalues of F"));
    train("deep", "transition", "gated");
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("gates"));
    OffScreen.until(() -> shown().contains("gates"));
    for (Mark mark : figure("gates").marks()) {
      for (double gate : ((Mark.Line) mark).y()) assertTrue(gate > 0 && gate < 1);
    }
    train("deep", "transition", "mlp");
    assertTrue(
        OffScreen.call(
            () -> !window.controller().figures().controls().curves().offered().contains("gates")));
  }

  @Test
  void theArithmeticDrawsPriorAndPosterior() {
    train("deep", "latentSize", 2);
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("arithmetic"));
    OffScreen.until(() -> window.scene().lookup("#beliefs") != null);
  }
}
