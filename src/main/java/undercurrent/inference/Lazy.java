package undercurrent.inference;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is worked out when it is first wanted, of something that does not change. Not
 * thread-safe.
 */
public final class Lazy<T> {
  private final Supplier<T> question;
  private @Nullable T answer;

  public Lazy(Supplier<T> question) {
    this.question = question;
  }

  /** The answer, asked for at the first call. */
  public T get() {
    T known = answer;
    if (known == null) {
      known = question.get();
      answer = known;
    }
    return known;
  }
}
