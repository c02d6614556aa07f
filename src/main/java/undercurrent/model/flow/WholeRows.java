package undercurrent.model.flow;

import java.util.Optional;
import undercurrent.model.ModelWords;
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
    return data.passing().flatMap(piece -> firstPart(data, piece).stream()).findFirst();
  }

  private static Optional<String> firstPart(Dataset data, Sequence piece) {
    int size = data.observationSize();
    for (int t = 0; t < piece.steps(); t++) {
      int seen = piece.observedAt(t);
      if (seen == 0 || seen == size) continue;
      return Optional.of(
          ModelWords.of(
              "wholeRows.incomplete",
              piece.from() + t + 1,
              data.source().series().get(piece.series()).name(),
              seen,
              size));
    }
    return Optional.empty();
  }
}
