package undercurrent.model.nonlinear;

import java.util.Locale;
import java.util.function.Supplier;

/** Says at which step an error happened. */
final class StepErrors {
  private StepErrors() {}

  static <T> T of(int step, Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "At step %d: %s", step + 1, e.getMessage()), e);
    }
  }
}
