package undercurrent.session;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

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
