package undercurrent.command;

import java.util.function.Supplier;

/**
 * The command line cannot be followed, whatever the data: an option names or holds something wrong.
 */
final class BadUsage extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  BadUsage(String sentence) {
    super(sentence);
  }

  BadUsage(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }

  /** What the supplier gives; an argument that it refuses is bad usage. */
  static <T> T of(Supplier<T> supplier) {
    try {
      return supplier.get();
    } catch (IllegalArgumentException e) {
      throw new BadUsage(e);
    }
  }
}
