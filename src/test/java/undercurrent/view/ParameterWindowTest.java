package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.ExperimentFile;
import undercurrent.experiment.Recipe;
import undercurrent.experiment.Run;
import undercurrent.kind.ChosenModel;
import undercurrent.series.Part;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.Beliefs;

/** Parameters are set by sliders: figures follow without training, and the learned ones stay. */
final class ParameterWindowTest {
  private final MainWindow window = TestWindows.open();
  private final Lab lab = window.lab();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private Node find(String id) {
    return Objects.requireNonNull(window.scene().lookup("#" + id), id);
  }

  private String text(String id) {
    return OffScreen.call(() -> ((Label) find(id)).getText());
  }

  private Beliefs estimated() {
    OffScreen.until(
        () ->
            TestWindows.snapshot(window)
                .flatMap(Snapshot::beliefs)
                .filter(b -> b.fine() && b.watch().tried().equals(lab.byHand().model()))
                .isPresent());
    return TestWindows.snapshot(window).flatMap(Snapshot::beliefs).orElseThrow();
  }

  @Test
  void aSliderActsAtOnceAndIsTakenBack() {
    SeriesSet set = Samples.find("nile").orElseThrow().open();
    TestWindows.train(
        window, Recipe.of(set).with("kind", "level").with("epochs", 30).experiment(set));
    Experiment trained = OffScreen.call(lab::document).join();
    double[][] learned = estimated().smoothed().observation().mean().all();
    OffScreen.run(() -> window.controller().figures().controls().curves().choose("by-hand"));
    OffScreen.frames(window.scene(), 3);
    String first = text("hand-learned");
    assertTrue(first.contains("−") || first.contains("-"), first);
    String slider =
        OffScreen.call(
            () ->
                find("by-hand").lookupAll(".slider").stream()
                    .map(Node::getId)
                    .filter(id -> id.contains("irregular"))
                    .findFirst()
                    .orElseThrow());
    OffScreen.run(() -> ((Slider) find(slider)).setValue(0.95));
    Map<String, Double> values = OffScreen.call(() -> lab.byHand().values());
    assertEquals(1, values.size());
    Beliefs tried = estimated();
    Optional<ChosenModel<?>> model = OffScreen.call(() -> lab.byHand().model());
    var alone = Run.model(trained, Optional.empty(), model);
    assertArrayEquals(
        alone.estimator().smoothed(0).observation().mean().all(),
        tried.smoothed().observation().mean().all());
    String now = text("hand-likelihood");
    String wanted = String.format(java.util.Locale.ROOT, "%.4f", -alone.criterion(Part.TRAINING));
    assertTrue(now.contains(wanted), now + " for " + wanted);
    OffScreen.until(
        () ->
            find("by-hand").lookupAll(".hand-profile").stream()
                .anyMatch(p -> ((ProfileLine) p).size() > 0));
    // Nothing is trained, and the document is as it was.
    Experiment same = OffScreen.call(lab::document).join();
    assertArrayEquals(ExperimentFile.bytes(trained), ExperimentFile.bytes(same));
    OffScreen.run(lab::undo);
    assertArrayEquals(learned, estimated().smoothed().observation().mean().all());
    OffScreen.run(lab::redo);
    assertEquals(values, OffScreen.call(() -> lab.byHand().values()));
    OffScreen.run(() -> ((ButtonBase) find("hand-hold")).fire());
    assertTrue(OffScreen.call(() -> lab.restartNeeded().get()));
    OffScreen.run(lab::undo);
    OffScreen.run(() -> ((ButtonBase) find("hand-release")).fire());
    assertArrayEquals(learned, estimated().smoothed().observation().mean().all());
  }
}
