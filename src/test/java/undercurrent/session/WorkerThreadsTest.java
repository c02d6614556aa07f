package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WorkerThreadsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void everyThreadRunsTheTaskAtTheSameTimeInEveryRound() {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    AtomicInteger runs = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(3);
    assertTimeoutPreemptively(
        SOON,
        () -> {
          try (WorkerThreads workers = WorkerThreads.of(3)) {
            for (int round = 0; round < 100; round++) {
              workers.run(
                  () -> {
                    seen.add(Thread.currentThread());
                    runs.incrementAndGet();
                    try {
                      together.await();
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  });
            }
          }
        });
    assertEquals(3, seen.size());
    assertEquals(300, runs.get());
  }

  @Test
  void whatATaskThrowsOnAHelperReachesTheCallerAndTheNextRoundWorks() {
    assertTimeoutPreemptively(
        SOON,
        () -> {
          try (WorkerThreads workers = WorkerThreads.of(2)) {
            Thread caller = Thread.currentThread();
            Error thrown =
                assertThrows(
                    OutOfMemoryError.class,
                    () ->
                        workers.run(
                            () -> {
                              if (Thread.currentThread() != caller) {
                                throw new OutOfMemoryError("no room");
                              }
                            }));
            assertEquals("no room", thrown.getMessage());
            AtomicInteger runs = new AtomicInteger();
            workers.run(runs::incrementAndGet);
            assertEquals(2, runs.get());
          }
        });
  }

  @Test
  void noThreadsAtAllAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> WorkerThreads.of(0));
  }
}
