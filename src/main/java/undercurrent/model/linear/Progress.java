package undercurrent.model.linear;

import java.util.function.Supplier;

/** Is told how far a long pass over a series has come; throwing from it ends the pass. */
@FunctionalInterface
public interface Progress {
  /** Nobody looks. */
  Progress NONE = (done, of) -> {};

  /** Who waits for what is being computed on this thread. */
  ScopedValue<Progress> WAITING = ScopedValue.newInstance();

  /** Rows {@code done} of a pass over so many. */
  void at(long done, long of);

  /** Who is waiting, or nobody. */
  static Progress current() {
    return WAITING.orElse(NONE);
  }

  /** Computes something, of which each pass is told. */
  default <T> T during(Supplier<T> work) {
    return ScopedValue.where(WAITING, this).call(work::get);
  }
}
