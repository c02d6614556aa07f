package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Mark;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.session.Snapshot.State;

final class ReplayWindowTest {
  private final MainWindow window = TestWindows.open();
  private final Replay replay = window.lab().replay();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private void train(int epochs) {
    SeriesSet set = new SineFamily(6, 40, 0.1).generate(1);
    TestWindows.train(
        window, Recipe.of(set).with("hiddenUnits", 8).with("epochs", epochs).experiment(set));
    OffScreen.until(replay::isPossible);
  }

  private Set<String> notes() {
    Set<String> notes = new TreeSet<>();
    for (Node node : window.scene().getRoot().lookupAll(".figure-epoch")) {
      if (node.isVisible()) notes.add(((Label) node).getText());
    }
    return notes;
  }

  /** The first smoothed median of the latent state that is on the screen. */
  private String latent() {
    return window.controller().figures().figures().stream()
        .filter(f -> f.id().equals("latent"))
        .flatMap(f -> f.marks().stream())
        .filter(Mark.Line.class::isInstance)
        .map(line -> Arrays.toString(((Mark.Line) line).y()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReplayShowsSixtyEpochsInAllFiguresAndEndsAtTheNewest() {
    train(400);
    String end = OffScreen.call(this::latent);
    Set<Integer> epochs = new TreeSet<>();
    Set<String> latent = new TreeSet<>();
    OffScreen.run(
        () -> {
          replay
              .beliefsProperty()
              .addListener(
                  (o, before, now) -> {
                    replay.epoch().ifPresent(epochs::add);
                    latent.add(latent());
                  });
          // There is nothing left to train, so Play shows how it was learned.
          window.controller().playOrPause();
        });
    OffScreen.until(() -> epochs.size() > 3);
    int one = OffScreen.call(() -> replay.epoch().orElseThrow());
    assertTrue(one > 0);
    assertEquals(1, OffScreen.call(() -> notes().size()), "all figures show the same epoch");
    OffScreen.until(() -> replay.epoch().isEmpty());
    assertTrue(epochs.size() >= 60, epochs.toString());
    assertTrue(latent.size() >= 60, "the figures differ: " + latent.size());
    assertEquals(Set.of(), OffScreen.call(this::notes));
    assertEquals(end, OffScreen.call(this::latent));
  }

  @Test
  void aDocumentKeepsTheReplayIfAsked(@TempDir Path folder) {
    train(200);
    Path plain = folder.resolve("plain.undercurrent");
    Path whole = folder.resolve("whole.undercurrent");
    OffScreen.run(
        () -> {
          window.controller().files().save(new SaveWish(plain, false), () -> {});
          window.controller().files().save(new SaveWish(whole, true), () -> {});
        });
    OffScreen.until(() -> java.nio.file.Files.exists(plain) && java.nio.file.Files.exists(whole));
    int kept = OffScreen.call(() -> replay.history().size());
    OffScreen.run(() -> window.controller().files().open(plain));
    OffScreen.until(() -> window.lab().unsaved().fileProperty().get().equals(Optional.of(plain)));
    OffScreen.until(() -> window.lab().state().equals(Optional.of(State.FINISHED)));
    assertEquals(1, OffScreen.call(() -> replay.history().size()));
    OffScreen.run(() -> window.controller().files().open(whole));
    OffScreen.until(() -> window.lab().unsaved().fileProperty().get().equals(Optional.of(whole)));
    OffScreen.until(() -> replay.history().size() == kept);
  }

  @Test
  void theHandleGoesToTheNearestKeptEpochAndEscapeBack() {
    train(200);
    OffScreen.run(() -> replay.goTo(101.4));
    OffScreen.until(() -> replay.epoch().isPresent());
    int near = OffScreen.call(() -> replay.epoch().orElseThrow());
    assertTrue(Math.abs(near - 101) <= 8, "epoch " + near);
    assertEquals(
        Set.of(Words.of("figure.epoch", Integer.toString(near))), OffScreen.call(this::notes));
    Node strip = OffScreen.call(() -> window.scene().lookup("#epochs"));
    OffScreen.run(strip::requestFocus);
    OffScreen.run(
        () ->
            strip.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, false, false)));
    OffScreen.until(() -> replay.epoch().orElse(near) < near);
    OffScreen.run(window.controller()::back);
    assertEquals(OptionalInt.empty(), OffScreen.call(replay::epoch));
  }

  @Test
  void aSlowTrainingGivesTheSameNumbersAndCanBeHurried() {
    train(30);
    double fast = window.lab().snapshotProperty().get().curve().getLast().elbo();
    OffScreen.run(
        () -> {
          window.lab().preferences().speedProperty().set(Speed.SLOW);
          window.lab().restart();
          window.lab().play();
        });
    OffScreen.until(
        () ->
            window.lab().state().equals(Optional.of(State.RUNNING))
                && window.lab().snapshotProperty().get().epoch() >= 1);
    assertTrue(OffScreen.call(() -> window.lab().snapshotProperty().get().epoch()) < 30);
    OffScreen.run(() -> window.lab().preferences().speedProperty().set(Speed.FAST));
    OffScreen.until(() -> window.lab().state().equals(Optional.of(State.FINISHED)));
    assertEquals(fast, window.lab().snapshotProperty().get().curve().getLast().elbo(), 0.0);
  }
}
