package undercurrent.model.nonlinear;

import java.util.function.Supplier;
import undercurrent.model.ModelWords;

/** Says at which step an error happened. */
final class StepErrors {
  private StepErrors() {}

  static <T> T of(int step, Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          ModelWords.of("stepErrors.step", step + 1, String.valueOf(e.getMessage())), e);
    }
  }
}
