package undercurrent.training;

import java.util.Iterator;
import java.util.Optional;

/** Items that wait for somebody who is free. */
final class Waiting<T> {
  private final Iterator<T> items;
  private boolean ended;

  Waiting(Iterator<T> items) {
    this.items = items;
  }

  /** One for the caller alone; nothing when all are given out or no more are wanted. */
  synchronized Optional<T> next() {
    return items.hasNext() && !ended ? Optional.of(items.next()) : Optional.empty();
  }

  /** No more are wanted. */
  synchronized void end() {
    ended = true;
  }
}
