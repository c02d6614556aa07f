package undercurrent.session;

import org.jspecify.annotations.Nullable;
import undercurrent.training.Workers;

/**
 * The calling thread and some that help it; they wait while there is nothing to do. What follows a
 * failure allocates nothing, for the failure may be that there is no memory: a helper that died of
 * it would be waited for without end.
 */
public final class WorkerThreads implements Workers, AutoCloseable {
  private final int helpers;
  private Runnable task = () -> {};
  private long round;
  private int running;
  private @Nullable Throwable failure;
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
    rethrow();
  }

  private synchronized void begin(Runnable work) {
    task = work;
    failure = null;
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

  private synchronized void rethrow() {
    if (failure instanceof Error e) throw e;
    if (failure instanceof RuntimeException e) throw e;
  }

  private void help() {
    long done = 0;
    while (awaitRound(done)) {
      done++;
      @Nullable Throwable trouble = null;
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        trouble = e;
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

  private synchronized void finish(@Nullable Throwable trouble) {
    if (failure == null) failure = trouble;
    running--;
    notifyAll();
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
