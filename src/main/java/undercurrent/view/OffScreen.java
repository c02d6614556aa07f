package undercurrent.view;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Runs the window without a screen: starts JavaFX once, and waits for what is drawn. */
final class OffScreen {
  private static final long PATIENCE_SECONDS = 60;
  private static final long BETWEEN_CHECKS_MILLISECONDS = 5;
  private static boolean started;

  private OffScreen() {}

  /** Starts JavaFX on its headless platform, unless another platform was chosen. */
  static synchronized void start() {
    if (started) return;
    if (System.getProperty("glass.platform") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    CountDownLatch ready = new CountDownLatch(1);
    try {
      Platform.startup(ready::countDown);
    } catch (IllegalStateException e) {
      // Somebody started it before.
      ready.countDown();
    }
    await(ready);
    Platform.setImplicitExit(false);
    if ("Headless".equals(System.getProperty("glass.platform"))) run(HeadlessScreen::enlarge);
    started = true;
  }

  /** Calls something on the screen's thread. */
  static <T> T call(Callable<T> task) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(task.call());
          } catch (Throwable e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The screen's thread did not do it.", e);
    }
  }

  static void run(Runnable task) {
    call(
        () -> {
          task.run();
          return true;
        });
  }

  /** Waits until so many frames were drawn. */
  static void frames(Scene scene, int count) {
    for (int i = 0; i < count; i++) {
      CountDownLatch drawn = new CountDownLatch(1);
      run(
          () -> {
            Runnable[] listener = new Runnable[1];
            listener[0] =
                () -> {
                  scene.removePostLayoutPulseListener(listener[0]);
                  drawn.countDown();
                };
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
          });
      await(drawn);
    }
  }

  /** Waits, while frames are drawn, until a condition holds; a window that closes ends no wait. */
  static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!call(condition::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The condition did not become true.");
      }
      run(Platform::requestNextPulse);
      try {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_CHECKS_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("JavaFX did not answer.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
