package undercurrent.session;

import java.util.Optional;
import undercurrent.training.Workers;

/** The calling thread and some that help it; they wait while there is nothing to do. */
public final class WorkerThreads implements Workers, AutoCloseable {
  private final int helpers;
  private Runnable task = () -> {};
  private long round;
  private int running;
  private Optional<Throwable> failure = Optional.empty();
  private boolean closed;

  private WorkerThreads(int count) {
    helpers = count - 1;
    for (int i = 1; i <= helpers; i++) {
      Thread thread = new Thread(this::help, "training-" + (i + 1));
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * So many threads, the caller among them.
   *
   * @param count at least 1
   */
  public static WorkerThreads of(int count) {
    if (count < 1) throw new IllegalArgumentException("At least one thread has to work.");
    return new WorkerThreads(count);
  }

  /** One a processor. */
  public static WorkerThreads all() {
    return of(Runtime.getRuntime().availableProcessors());
  }

  /** One a processor but for one that is left to the window. */
  public static WorkerThreads besideWindow() {
    return of(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  @Override
  public int count() {
    return helpers + 1;
  }

  @Override
  public void run(Runnable work) {
    begin(work);
    try {
      work.run();
    } finally {
      awaitHelpers();
    }
    failure.ifPresent(WorkerThreads::rethrow);
  }

  private synchronized void begin(Runnable work) {
    task = work;
    failure = Optional.empty();
    running = helpers;
    round++;
    notifyAll();
  }

  private synchronized void awaitHelpers() {
    boolean interrupted = false;
    while (running > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        // The helpers still use what the caller owns.
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }

  private static void rethrow(Throwable failure) {
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  private void help() {
    long done = 0;
    while (awaitRound(done)) {
      done++;
      Optional<Throwable> trouble = Optional.empty();
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        trouble = Optional.of(e);
      }
      finish(trouble);
    }
  }

  /** Waits for a round that is not done; false when there will be none. */
  private synchronized boolean awaitRound(long done) {
    while (round == done && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        return false;
      }
    }
    return round != done;
  }

  private synchronized void finish(Optional<Throwable> trouble) {
    if (failure.isEmpty()) failure = trouble;
    running--;
    notifyAll();
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
