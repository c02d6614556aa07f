package undercurrent.inference;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first read, and kept. Not thread-safe. */
public final class Lazy<T> {
  private final Supplier<T> question;
  private @Nullable T answer;

  public Lazy(Supplier<T> question) {
    this.question = question;
  }

  /** The answer, computed at the first call. */
  public T get() {
    T known = answer;
    if (known == null) {
      known = question.get();
      answer = known;
    }
    return known;
  }
}
