package undercurrent.model.linear;

import java.io.Serial;

/**
 * The predicted variance of an observation is 0 or not a number, so that nothing can be filtered.
 */
public final class UnsoundException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  UnsoundException(String sentence) {
    super(sentence);
  }
}
