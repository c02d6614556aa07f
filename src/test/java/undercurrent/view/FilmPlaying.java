package undercurrent.view;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ChoiceBox;
import javafx.stage.Stage;
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
    OffScreen.start();
    MainWindow window =
        OffScreen.call(
            () -> {
              Stage stage = new Stage();
              MainWindow made = new MainWindow(stage);
              made.lab().preferences().speedProperty().set(Speed.FAST);
              stage.setWidth(1280);
              stage.setHeight(800);
              stage.show();
              return made;
            });
    OffScreen.run(
        () -> {
          window.lab().open(experiment);
          window.lab().play();
        });
    while (!isEstimated(window)) TimeUnit.MILLISECONDS.sleep(100);
    long first = steps(window);
    MovingPane player = OffScreen.call(() -> window.controller().figures().player());
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

  private static boolean isEstimated(MainWindow window) {
    return OffScreen.call(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null && now.beliefs().isPresent();
        });
  }

  private static long steps(MainWindow window) {
    return OffScreen.call(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now == null ? 0L : now.step();
        });
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
