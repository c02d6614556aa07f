package undercurrent.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import undercurrent.command.Commands;

/** What Ctrl+C does to a command: a training stops at its next step and writes what is there. */
final class Interrupt {
  private static final int PATIENCE_SECONDS = 60;

  private Interrupt() {}

  /** Runs a command; a shutdown asks it to stop and waits a while for its end. */
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
    commands.stop();
    try {
      boolean written = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!written) Commands.complain("What was trained could not be written in time.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
