package undercurrent.math;

import java.util.function.Supplier;

/** Receives how far a long pass over a series has come; throwing from it ends the pass. */
@FunctionalInterface
public interface Progress {
  /** Progress that is not shown. */
  Progress NONE = (done, of) -> {};

  /** Steps within a row after which an end is possible. */
  int WITHIN_EVERY = 4096;

  /** Who waits for what is being computed on this thread. */
  ScopedValue<Progress> WAITING = ScopedValue.newInstance();

  /** Rows {@code done} of a pass over so many; of 0, when only a while has gone by. */
  void at(long done, long of);

  /**
   * Called at every step of a loop within one row, it lets whoever waits end the pass every few
   * thousand steps; it says nothing of how far the pass has come.
   */
  static void within(int step) {
    if (step % WITHIN_EVERY == WITHIN_EVERY - 1) current().at(0, 0);
  }

  /** The observer of this thread, or one that does nothing. */
  static Progress current() {
    return WAITING.orElse(NONE);
  }

  /** Computes something, which reports each pass. */
  default <T> T during(Supplier<T> work) {
    return ScopedValue.where(WAITING, this).call(work::get);
  }
}
