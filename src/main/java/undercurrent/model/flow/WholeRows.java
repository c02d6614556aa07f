package undercurrent.model.flow;

import java.util.Locale;
import java.util.Optional;
import undercurrent.series.Dataset;
import undercurrent.series.Sequence;

/** Coupling layers map whole vectors: of a row all channels must be observed, or none. */
public final class WholeRows {
  private WholeRows() {}

  /**
   * The beginning of a sentence that names the first row that is partly missing; empty where there
   * is none.
   */
  public static Optional<String> firstPart(Dataset data) {
    int size = data.observationSize();
    for (Sequence sequence : data.whole()) {
      for (int t = 0; t < sequence.steps(); t++) {
        int seen = sequence.observedAt(t);
        if (seen == 0 || seen == size) continue;
        return Optional.of(
            String.format(
                Locale.ROOT,
                "Row %d of '%s' has only %d of %d values, and coupling layers need all or none of"
                    + " a row",
                t + 1,
                data.source().series().get(sequence.series()).name(),
                seen,
                size));
      }
    }
    return Optional.empty();
  }
}
