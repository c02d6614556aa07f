package undercurrent.command;

import java.util.concurrent.TimeUnit;

/**
 * That a person, or the system, wants a command to end soon. A training ends after its step, or
 * within a long one, and writes what it has; anything else has nothing to lose. From any thread.
 */
final class StopRequest {
  /** What would be lost if the program ended now, and how long it may take to be written. */
  enum Stake {
    NOTHING(1),
    /** Runs of a sweep that are in flight; those that are done are written. */
    RUNS(1),
    /** What was trained is in memory only. */
    TRAINED(600),
    /** The experiment is written; its tables and figures can be made again from it. */
    TABLES(5);

    private final long nanoseconds;

    Stake(int seconds) {
      nanoseconds = TimeUnit.SECONDS.toNanos(seconds);
    }
  }

  private volatile boolean requested;
  private long since = System.nanoTime();
  private Stake stake = Stake.NOTHING;

  /** Thrown within a long step of a training. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("", null, false, false);
    }
  }

  synchronized void ask() {
    since = System.nanoTime();
    requested = true;
  }

  boolean isAsked() {
    return requested;
  }

  /** Ends a long step. */
  void check() {
    if (requested) throw new Stopped();
  }

  synchronized void stake(Stake now) {
    since = System.nanoTime();
    stake = now;
  }

  synchronized Stake stake() {
    return stake;
  }

  /** Whether what is at stake has had its time. */
  synchronized boolean isOver() {
    return System.nanoTime() - since > stake.nanoseconds;
  }
}
