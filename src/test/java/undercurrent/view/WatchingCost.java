package undercurrent.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;
import undercurrent.session.Session;
import undercurrent.session.Snapshot;

/**
 * Measures what it costs a training to be watched: steps per second with the window drawing, and of
 * the same training that nobody looks at, in turns; and how soon Play shows something. Run with
 * {@code mvn -q test-compile exec:exec@watching}.
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
    hidden(experiment);
    for (int round = 0; round < ROUNDS; round++) {
      hidden[round] = hidden(experiment);
      watched[round] = watched(experiment);
      say("round %d: hidden %.1f, watched %.1f steps/s", round, hidden[round], watched[round]);
    }
    double[] cost = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) cost[i] = 100 * (1 - watched[i] / hidden[i]);
    say(
        "medians: hidden %.1f, watched %.1f steps/s; watching costs %.1f %% (median of the rounds)",
        median(hidden), median(watched), median(cost));
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

  private static double watched(Experiment experiment) throws InterruptedException {
    MainWindow window = open();
    OffScreen.run(
        () -> {
          window.lab().open(experiment);
          window.lab().play();
        });
    TimeUnit.SECONDS.sleep(SETTLING);
    long before = shown(window);
    TimeUnit.SECONDS.sleep(SECONDS);
    long after = shown(window);
    close(window);
    return (after - before) / (double) SECONDS;
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
