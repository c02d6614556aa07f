package undercurrent.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import undercurrent.command.Commands;
import undercurrent.output.Leftovers;

/**
 * What Ctrl+C and a request of the system to end do to a command: it says that it stops, what was
 * trained is written, and unfinished files are deleted. Java ends with 130 or 143.
 */
final class Interrupt {
  private static final int LOOK_EVERY_MILLISECONDS = 20;

  private Interrupt() {}

  /** Runs a command; a shutdown makes it stop, and waits as long as something is to be written. */
  static int guard(Commands commands, IntSupplier command) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread stop = new Thread(() -> stop(commands, ended), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      return command.getAsInt();
    } finally {
      ended.countDown();
    }
  }

  private static void stop(Commands commands, CountDownLatch ended) {
    if (ended.getCount() == 0) return;
    commands.stop();
    try {
      boolean over = false;
      while (!over && !ended.await(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        over = commands.isOutOfTime();
      }
      if (over) commands.sayWhatIsNotWritten();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Leftovers.delete();
  }
}
