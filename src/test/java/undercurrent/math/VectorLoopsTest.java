package undercurrent.math;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** That warming up concerns one thread alone, and ends; the bits are {@link VectorTwinTest}'s. */
final class VectorLoopsTest {
  @Test
  void whileOneThreadWarmsUpTheOthersAreScalar() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> warm = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () ->
                VectorLoops.warmUp(
                    () -> {
                      warm.complete(Lanes.on());
                      begun.countDown();
                      try {
                        seen.await();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                    }));
    thread.start();
    begun.await();
    assertTrue(warm.get());
    assertFalse(Lanes.on());
    seen.countDown();
    thread.join();
    assertTrue(Lanes.on());
  }
}
