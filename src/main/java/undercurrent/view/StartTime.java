package undercurrent.view;

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
          Platform.runLater(
              () -> {
                then.run();
                Platform.runLater(() -> note(painted));
              });
        };
    scene.addPostLayoutPulseListener(listener[0]);
  }

  private static void note(Instant painted) {
    LOG.log(
        System.Logger.Level.INFO,
        "Window painted at {0}, interactive at {1}.",
        painted.toString(),
        Instant.now().toString());
  }
}
