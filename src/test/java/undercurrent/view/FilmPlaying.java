package undercurrent.view;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ChoiceBox;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.series.BouncingBall;
import undercurrent.series.ClipCounts;
import undercurrent.series.SeriesSet;
import undercurrent.session.Snapshot;

/**
 * Measures how many frames a second the window plays of a film of 500 frames of 64 × 64 pixels
 * while a training on it runs, and the processor time that drawing takes, which other work on the
 * machine does not change. Run with {@code mvn -q test-compile exec:exec@film}.
 */
public final class FilmPlaying {
  private static final int SIDE = 64;
  private static final int FRAMES = 500;
  private static final int ROUNDS = 5;
  private static final long SECONDS = 6;

  private FilmPlaying() {}

  public static void main(String[] arguments) throws InterruptedException {
    SeriesSet film =
        new BouncingBall("film", SIDE, 8, 0, FRAMES, new ClipCounts(1, 0, 0)).generate(1);
    Experiment experiment = Recipe.of(film).with("epochs", 1_000_000).experiment(film);
    MainWindow window = TestWindows.open();
    OffScreen.run(
        () -> {
          window.scene().getWindow().setWidth(1280);
          window.scene().getWindow().setHeight(800);
          window.lab().open(experiment);
          window.lab().play();
        });
    OffScreen.until(() -> TestWindows.snapshot(window).flatMap(Snapshot::beliefs).isPresent());
    long first = steps(window);
    MovingPane player = OffScreen.call(() -> window.controller().figures().films().player());
    OffScreen.run(
        () -> {
          @SuppressWarnings("unchecked") // The only choice of the player.
          ChoiceBox<MovingPane.PlaySpeed> speed =
              (ChoiceBox<MovingPane.PlaySpeed>) player.lookup("#film-speed");
          speed.setValue(MovingPane.PlaySpeed.FOURFOLD);
          player.toggle();
        });
    TimeUnit.SECONDS.sleep(SECONDS);
    double[] rates = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long before = OffScreen.call(player::drawn);
      long spent = spent();
      long began = System.nanoTime();
      TimeUnit.SECONDS.sleep(SECONDS);
      long after = OffScreen.call(player::drawn);
      rates[round] = (after - before) / ((System.nanoTime() - began) * 1e-9);
      say(
          "round %d: %.1f frames/s, %.1f ms of processor a frame",
          round, rates[round], (spent() - spent) * 1e-6 / Math.max(1, after - before));
    }
    Arrays.sort(rates);
    say(
        "median %.1f, least %.1f frames/s of %d × %d pixels; steps trained meanwhile: %d",
        rates[ROUNDS / 2], rates[0], SIDE, SIDE, steps(window) - first);
    System.exit(0);
  }

  /** Processor time of the threads that draw, in nanoseconds. */
  private static long spent() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("JavaFX") || t.getName().startsWith("QuantumRenderer"))
        .mapToLong(t -> threads.getThreadCpuTime(t.threadId()))
        .sum();
  }

  private static long steps(MainWindow window) {
    return OffScreen.call(() -> TestWindows.snapshot(window).map(Snapshot::step).orElse(0L));
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
