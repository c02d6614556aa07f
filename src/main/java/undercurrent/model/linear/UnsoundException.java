package undercurrent.model.linear;

import java.io.Serial;

/**
 * What is to be observed has no variance, or none that is a number, so that nothing is filtered.
 */
public final class UnsoundException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  UnsoundException(String sentence) {
    super(sentence);
  }
}
