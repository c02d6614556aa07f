package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.series.NoisyPendulum;
import undercurrent.series.SeriesSet;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;

/** Models of known equations in the window. */
class KnownWindowTest {
  private final SeriesSet set = new NoisyPendulum(120).generate(1);
  private final MainWindow window = TestWindows.open();

  @BeforeEach
  void known() {
    open("UKF");
  }

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private void open(String filter) {
    Recipe recipe =
        Recipe.of(set)
            .with("kind", "PENDULUM")
            .with("filter", filter)
            .with("particles", 50)
            .with("epochs", 4);
    OffScreen.run(() -> window.lab().open(recipe.experiment(set)));
  }

  private Node find(String id) {
    return OffScreen.call(() -> window.scene().lookup("#" + id));
  }

  /** A knob that was never needed is not even made. */
  private boolean isShown(String key) {
    Node knob = find("knob-" + key);
    return knob != null && knob.getParent().isVisible();
  }

  private Set<String> visible() {
    return new TreeSet<>(
        Stream.of(
                "kind",
                "filter",
                "particles",
                "motionNoise",
                "observationNoise",
                "latentSize",
                "hiddenUnits",
                "season",
                "transform",
                "network",
                "seed",
                "epochs",
                "learningRate")
            .filter(this::isShown)
            .toList());
  }

  private List<?> curves() {
    return OffScreen.call(() -> window.controller().figures().controls().curves().offered());
  }

  private void finish() {
    OffScreen.run(() -> ((ButtonBase) window.scene().lookup("#play")).fire());
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null && now.state() == State.FINISHED && now.beliefs().isPresent();
        });
    OffScreen.frames(window.scene(), 2);
  }

  @Test
  void onlyWhatTheFilterReadsCanBeTurned() {
    Set<String> gaussian = Set.of("kind", "filter", "motionNoise", "observationNoise", "epochs");
    assertEquals(new TreeSet<>(gaussian), visible());
    open("GUIDED");
    Set<String> particles = new TreeSet<>(gaussian);
    particles.addAll(Set.of("particles", "seed"));
    assertEquals(particles, visible());
  }

  @Test
  void particlesThatCountAreShownOfAParticleFilterOnly() {
    assertFalse(curves().contains("particles"));
    open("BOOTSTRAP");
    assertTrue(curves().contains("particles"));
    finish();
    assertEquals("Log p per time step", ((Label) find("bound")).getText());
    String said = ((StatusBar) find("status")).getText();
    assertTrue(said.contains("motion noise") && said.contains("observation noise"), said);
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("particles"));
    OffScreen.frames(window.scene(), 2);
    List<String> shown =
        OffScreen.call(
            () -> window.controller().figures().figures().stream().map(Figure::id).toList());
    assertEquals(List.of("observed", "phase", "particles", "latent"), shown);
  }

  @Test
  void aLinearModelStandsBesideAndTheStatusSaysHowFarItIs() {
    finish();
    OffScreen.run(() -> ((ButtonBase) window.scene().lookup("#beside")).fire());
    OffScreen.until(() -> window.lab().beside().fittedProperty().get().isPresent());
    OffScreen.frames(window.scene(), 2);
    String said = ((StatusBar) find("status")).getText();
    assertTrue(said.contains("Linear, exact log p") && said.contains("known equations"), said);
  }

  @Test
  void aKindThatDoesNotFitIsSaidInTheWindow() {
    Recipe lorenz = Recipe.of(set).with("kind", "LORENZ");
    OffScreen.run(() -> window.lab().open(lorenz.experiment(set)));
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null && now.state() == State.FAILED;
        });
    Snapshot now = window.lab().snapshotProperty().get();
    String said = now == null ? "" : now.sentence().orElse("");
    assertTrue(said.contains("wants three, x, y and z"), said);
  }

  /** Beside a likelihood by particles stands its error, and both are drawn whole. */
  @Test
  void aLikelihoodByParticlesShowsItsError() {
    open("BOOTSTRAP");
    finish();
    Label readout = (Label) find("elbo");
    OffScreen.until(() -> readout.getText().contains(" ± "));
    OffScreen.frames(window.scene(), 2);
    double wanted = OffScreen.call(() -> readout.prefWidth(-1));
    assertTrue(readout.getWidth() >= wanted - 1, readout.getWidth() + " of " + wanted);
  }
}
