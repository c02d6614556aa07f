package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Recipe;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;

/** A window with a long series answers, and tells how far it is. */
class LongSeriesWindowTest {
  /** {@code -Dlong.rows=1000000} tries more. */
  private static final int ROWS = Integer.getInteger("long.rows", 200_000);

  /** Nanoseconds; a machine on which others build needs some. */
  private static final long PATIENCE = 10_000_000_000L;

  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  /** A saw with a swing, so that there is something to draw in every column of pixels. */
  private static SeriesSet saw() {
    double[] times = new double[ROWS];
    double[][] values = new double[ROWS][1];
    for (int t = 0; t < ROWS; t++) {
      times[t] = t;
      values[t][0] = Math.sin(6e-5 * t) + (t * 7919L % 1000) / 1000.0;
    }
    return new SeriesSet(
        "saw",
        List.of(new Channel("y", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
        new TimeAxis("t", "", false, true),
        List.of(new Series("saw", times, values)),
        Split.BY_TIME);
  }

  private Snapshot await(State state) {
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null
              && now.state() == state
              && now.beliefs().filter(b -> b.fine() && b.step() == now.step()).isPresent();
        });
    return OffScreen.call(() -> window.lab().snapshotProperty().get());
  }

  @Test
  void theScreenAnswersWhileALongSeriesIsFittedAndShown() {
    SeriesSet set = saw();
    AtomicLong longest = new AtomicLong();
    Thread pulse = new Thread(() -> askAgainAndAgain(longest), "pulse");
    pulse.setDaemon(true);
    AtomicLong told = new AtomicLong();
    OffScreen.run(
        () ->
            ((StatusBar) window.scene().lookup("#status"))
                .progressProperty()
                .addListener((o, before, now) -> told.incrementAndGet()));
    pulse.start();
    Recipe recipe = Recipe.of(set).with("kind", "LEVEL").with("epochs", 3);
    OffScreen.run(() -> window.lab().open(recipe.experiment(set)));
    await(State.PAUSED);
    OffScreen.run(() -> ((ButtonBase) window.scene().lookup("#play")).fire());
    await(State.FINISHED);
    for (String figure : List.of("residuals", "quantiles")) {
      OffScreen.run(() -> window.controller().figures().controls().curves().choose(figure));
      OffScreen.frames(window.scene(), 2);
    }
    pulse.interrupt();
    assertTrue(told.get() > 2, "progress was told " + told.get() + " times");
    assertTrue(longest.get() < PATIENCE, "no answer for " + longest.get() * 1e-9 + " s");
  }

  private static void askAgainAndAgain(AtomicLong longest) {
    while (!Thread.currentThread().isInterrupted()) {
      long asked = System.nanoTime();
      Object answer = new Object();
      synchronized (answer) {
        Platform.runLater(
            () -> {
              synchronized (answer) {
                answer.notifyAll();
              }
            });
        try {
          answer.wait();
          longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
          Thread.sleep(10);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }
}
