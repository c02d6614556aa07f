package undercurrent.session;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import undercurrent.math.Progress;

/** Runs what reads files or waits, away from the screen, one after the other. */
public final class Background {
  private static final Executor WORKER =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "background");
            thread.setDaemon(true);
            return thread;
          });

  private Background() {}

  /** Calls a task; its exception becomes the future's. */
  public static <T> CompletableFuture<T> call(Callable<T> task) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return task.call();
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        WORKER);
  }

  /**
   * The same of a task that tells how far it is; once it is unwanted it ends the next time it does.
   *
   * @param share takes how much is done, from 0 to 1, or -1 where that is not known; it is called
   *     on the thread of the task
   */
  public static <T> CompletableFuture<T> call(
      Supplier<T> task, BooleanSupplier isUnwanted, DoubleConsumer share) {
    Progress progress =
        (done, of) -> {
          if (isUnwanted.getAsBoolean()) throw new Cancelled();
          if (of > 0) share.accept(done < of ? (double) done / of : -1);
        };
    return call(() -> progress.during(task));
  }

  /** The same on a thread of its own, for what takes minutes: nothing waits for it. */
  public static <T> CompletableFuture<T> callAside(Callable<T> task) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                future.complete(task.call());
              } catch (Throwable e) {
                future.completeExceptionally(e);
              }
            },
            "aside");
    thread.setDaemon(true);
    thread.start();
    return future;
  }

  /** What really went wrong in a future. */
  public static Throwable cause(Throwable e) {
    Throwable cause = e.getCause();
    return e instanceof CompletionException && cause != null ? cause(cause) : e;
  }
}
