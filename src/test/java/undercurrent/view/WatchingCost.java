package undercurrent.view;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.session.Session;
import undercurrent.session.Snapshot;

/**
 * Measures what it costs a training to be watched: steps per second with the window drawing, and of
 * the same training that nobody looks at, in turns; how long frames take; and how soon Play shows
 * something. Run with {@code mvn -q test-compile exec:exec@watching}.
 */
public final class WatchingCost {
  private static final int ROUNDS = 9;
  private static final long SECONDS = 8;

  /** A window that opens is at work itself; what counts is what it costs to look on. */
  private static final long SETTLING = 3;

  private WatchingCost() {}

  public static void main(String[] arguments) throws InterruptedException {
    SeriesSet set = Samples.find("sine").orElseThrow().open();
    Experiment experiment = Recipe.of(set).with("epochs", 1_000_000).experiment(set);
    firstElbo(experiment);
    double[] hidden = new double[ROUNDS];
    double[] watched = new double[ROUNDS];
    double[] frames = new double[ROUNDS];
    double[] epochs = new double[ROUNDS];
    hidden(experiment);
    for (int round = 0; round < ROUNDS; round++) {
      hidden[round] = hidden(experiment);
      Watched seen = watched(experiment);
      watched[round] = seen.stepsPerSecond();
      frames[round] = seen.slowFrame();
      epochs[round] = seen.epochsShown();
      say(
          "round %d: hidden %.1f, watched %.1f steps/s, frame %.1f ms (95th percentile)",
          round, hidden[round], watched[round], frames[round]);
    }
    double[] cost = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) cost[i] = 100 * (1 - watched[i] / hidden[i]);
    say(
        "medians: hidden %.1f, watched %.1f steps/s; watching costs %.1f %% (median of the rounds)",
        median(hidden), median(watched), median(cost));
    say("frame: %.1f ms (95th percentile, median of the rounds)", median(frames));
    say("different epochs that the figures showed in six seconds: %.0f", median(epochs));
    System.exit(0);
  }

  private static MainWindow open() {
    OffScreen.start();
    return OffScreen.call(
        () -> {
          Stage stage = new Stage();
          MainWindow window = new MainWindow(stage);
          stage.show();
          return window;
        });
  }

  private static void firstElbo(Experiment experiment) {
    MainWindow window = open();
    OffScreen.frames(window.scene(), 2);
    long began = System.nanoTime();
    OffScreen.run(
        () -> {
          window.lab().open(experiment);
          window.lab().play();
        });
    OffScreen.until(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now != null && now.curve().size() >= 2;
        });
    say("window to a moving ELBO: %.2f s", (System.nanoTime() - began) * 1e-9);
    close(window);
  }

  private static void close(MainWindow window) {
    OffScreen.run(
        () -> {
          window.lab().close();
          window.scene().getWindow().hide();
        });
  }

  private static double hidden(Experiment experiment) throws InterruptedException {
    try (Session session = new Session(experiment)) {
      session.play();
      TimeUnit.SECONDS.sleep(SETTLING);
      long before = steps(session);
      TimeUnit.SECONDS.sleep(SECONDS);
      return (steps(session) - before) / (double) SECONDS;
    }
  }

  /** Takes what lies in the mailbox, then waits for the next one. */
  private static long steps(Session session) throws InterruptedException {
    session.poll();
    for (; ; ) {
      var snapshot = session.poll();
      if (snapshot.isPresent()) return snapshot.get().step();
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  /**
   * What was measured of a watched training.
   *
   * @param slowFrame milliseconds between two frames, the 95th percentile
   * @param epochsShown how many different epochs the figures showed in six seconds
   */
  private record Watched(double stepsPerSecond, double slowFrame, double epochsShown) {}

  /** Notes when frames are drawn. */
  private static final class Frames extends AnimationTimer {
    private final long[] times = new long[100_000];
    private int count;

    @Override
    public void handle(long now) {
      if (count < times.length) times[count++] = now;
    }

    double slow() {
      double[] milliseconds = new double[Math.max(1, count - 1)];
      for (int i = 1; i < count; i++) milliseconds[i - 1] = (times[i] - times[i - 1]) / 1e6;
      Arrays.sort(milliseconds);
      return milliseconds[(int) (0.95 * milliseconds.length)];
    }
  }

  private static Watched watched(Experiment experiment) throws InterruptedException {
    MainWindow window = open();
    OffScreen.run(
        () -> {
          window.lab().preferences().speedProperty().set(Speed.FAST);
          window.lab().open(experiment);
          window.lab().play();
        });
    TimeUnit.SECONDS.sleep(SETTLING);
    long before = shown(window);
    Frames frames = new Frames();
    Set<Integer> epochs = new HashSet<>();
    ChangeListener<@Nullable Snapshot> shown =
        (o, was, now) -> {
          if (now != null) now.beliefs().ifPresent(b -> epochs.add(b.epoch()));
        };
    OffScreen.run(
        () -> {
          frames.start();
          window.lab().snapshotProperty().addListener(shown);
        });
    TimeUnit.SECONDS.sleep(SECONDS);
    long after = shown(window);
    OffScreen.run(frames::stop);
    double inSix = epochs.size() * 6.0 / SECONDS;
    close(window);
    return new Watched((after - before) / (double) SECONDS, frames.slow(), inSix);
  }

  private static long shown(MainWindow window) {
    return OffScreen.call(
        () -> {
          Snapshot now = window.lab().snapshotProperty().get();
          return now == null ? 0L : now.step();
        });
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
