package undercurrent.experiment;

import java.io.Serial;

/** An experiment file that cannot be read or written: one sentence with what to do. */
public final class ExperimentException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  ExperimentException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  ExperimentException(String sentence) {
    super(sentence);
  }
}
