package undercurrent.session;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox with one place: what is put replaces what was not yet taken, so neither side waits.
 *
 * @param <T> immutable
 */
public final class LatestValue<T> {
  private final AtomicReference<@Nullable T> place = new AtomicReference<>();

  /** Puts a value; one that was not taken is lost. */
  public void put(T value) {
    place.set(value);
  }

  /** Takes the value, if there is one. */
  public Optional<T> take() {
    return Optional.ofNullable(place.getAndSet(null));
  }

  /** True when the last value has been taken. */
  public boolean isEmpty() {
    return place.get() == null;
  }
}
