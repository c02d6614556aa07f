package undercurrent.training;

import java.util.Optional;
import java.util.function.Consumer;

/** Who computes the shards of a batch. What comes out does not depend on it, to the bit. */
public interface Workers {
  /** One: the caller. */
  Workers ALONE = Runnable::run;

  /** How many work at the same time, at least 1. */
  default int count() {
    return 1;
  }

  /**
   * Runs the same task on every worker at the same time and returns when all are done.
   *
   * @throws RuntimeException or an error that the task threw on one of them
   */
  void run(Runnable task);

  /**
   * Does the work of each item once, on whichever worker is free, and returns when all is done.
   *
   * @throws RuntimeException or an error that the work threw; items that nobody has begun are then
   *     left out
   */
  default <T> void each(Iterable<T> items, Consumer<T> work) {
    Waiting<T> waiting = new Waiting<>(items.iterator());
    run(
        () -> {
          try {
            for (Optional<T> next = waiting.next(); next.isPresent(); next = waiting.next()) {
              work.accept(next.get());
            }
          } catch (RuntimeException | Error e) {
            waiting.end();
            throw e;
          }
        });
  }
}
