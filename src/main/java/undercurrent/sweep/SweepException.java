package undercurrent.sweep;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A sweep that cannot be made, said in one sentence that names the setting or the folder. */
public final class SweepException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  public SweepException(String sentence) {
    super(sentence);
  }

  public SweepException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
