package undercurrent.view;

import java.time.Duration;
import java.time.Instant;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Notes in the log when the window was painted, for those who measure how long a start takes. */
final class StartTime {
  private static final System.Logger LOG = System.getLogger(StartTime.class.getName());

  private StartTime() {}

  /**
   * Calls {@code then} when the second frame begins, for then the first one is on the screen.
   * Interactive is when the screen's thread has done that and has nothing left to do.
   */
  static void painted(Scene scene, Runnable then) {
    Runnable[] listener = new Runnable[1];
    int[] frames = new int[1];
    listener[0] =
        () -> {
          frames[0]++;
          Platform.requestNextPulse();
          if (frames[0] != 2) return;
          scene.removePostLayoutPulseListener(listener[0]);
          Instant painted = Instant.now();
          Duration worked = worked();
          Platform.runLater(
              () -> {
                then.run();
                Platform.runLater(() -> note(painted, worked));
              });
        };
    scene.addPostLayoutPulseListener(listener[0]);
  }

  /** What all processors have worked for this process, which a busy machine hardly changes. */
  private static Duration worked() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static void note(Instant painted, Duration worked) {
    LOG.log(
        System.Logger.Level.INFO,
        "Window painted at {0}, interactive at {1}; processor time {2} and {3} ms.",
        painted.toString(),
        Instant.now().toString(),
        Long.toString(worked.toMillis()),
        Long.toString(worked().toMillis()));
  }
}
