package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.math.Progress;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.session.Background;

/** What takes long to be opened can be cancelled, and leaves the window as it was. */
final class WaitingTest {
  private static final int ROWS = 300_000;
  @TempDir private Path folder = Path.of("");
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private Optional<Experiment> shown() {
    return OffScreen.call(() -> window.lab().experiment());
  }

  private Node line() {
    return window.scene().lookup("#waiting");
  }

  private void press() {
    OffScreen.run(() -> ((Button) window.scene().lookup("#waiting-cancel")).fire());
  }

  @Test
  void aLongTableThatIsCancelledLeavesTheWindowAsItWas() throws Exception {
    SeriesSet nile = Samples.find("nile").orElseThrow().open();
    OffScreen.run(() -> window.lab().open(Recipe.of(nile).experiment(nile)));
    Optional<Experiment> open = shown();
    List<String> rows = new ArrayList<>(List.of("t,x,y,z"));
    for (int t = 0; t < ROWS; t++) rows.add(t + "," + t % 17 + "." + t % 10 + ",2.5," + t % 3);
    Path file = Files.write(folder.resolve("long.csv"), rows);
    // What is read before ends only when the line has been seen, however fast the machine is.
    CountDownLatch seen = new CountDownLatch(1);
    var before = Background.call(() -> seen.await(60, TimeUnit.SECONDS));
    OffScreen.run(() -> window.controller().files().open(file));
    OffScreen.until(() -> line().isVisible());
    seen.countDown();
    assertTrue(before.get(60, TimeUnit.SECONDS));
    int windows = OffScreen.call(() -> Window.getWindows().size());
    press();
    assertFalse(OffScreen.call(() -> line().isVisible()));
    // What is read next comes after what was cancelled.
    CountDownLatch free = new CountDownLatch(1);
    var unused =
        Background.call(
            () -> {
              free.countDown();
              return "";
            });
    assertTrue(free.await(60, TimeUnit.SECONDS));
    OffScreen.frames(window.scene(), 2);
    assertEquals(open, shown());
    assertEquals(windows, OffScreen.call(() -> Window.getWindows().size()));
    assertEquals(Optional.empty(), OffScreen.call(() -> window.lab().troubleProperty().get()));
  }

  @Test
  void onlyWhatWasAskedForLastComes() {
    List<String> ends = new ArrayList<>();
    OffScreen.run(
        () -> {
          Waiting waiting = new Waiting();
          waiting.during(
              "first",
              () -> {
                while (true) Progress.current().at(0, 0);
              },
              result -> ends.add("done"),
              cause -> ends.add("failed"),
              () -> ends.add("cancelled"));
          waiting.during(
              "second", () -> 2, result -> ends.add("two"), cause -> ends.add("no"), () -> {});
        });
    OffScreen.until(() -> !ends.isEmpty());
    assertEquals(List.of("two"), ends);
  }
}
