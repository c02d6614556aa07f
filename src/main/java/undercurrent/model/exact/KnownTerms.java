package undercurrent.model.exact;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * log p of the rows of each series under a fit, as far as they are known: parts of a series begin
 * alike, so that the terms of a longer one are those of a shorter one too.
 */
final class KnownTerms {
  private final Map<Integer, double[]> series = new HashMap<>();
  private int iteration;

  /** Forgets all. */
  void clear() {
    series.clear();
  }

  /**
   * At least the terms of so many rows.
   *
   * @param at the iteration of the fit, of which the terms are
   */
  double[] of(int one, int rows, int at, Supplier<double[]> made) {
    double @Nullable [] known = at == iteration ? series.get(one) : null;
    return known != null && known.length >= rows ? known : made.get();
  }

  /** Keeps terms that do not depend on how many rows follow. */
  void keep(int one, double[] terms, int at) {
    if (at != iteration) series.clear();
    iteration = at;
    double @Nullable [] known = series.get(one);
    if (known == null || known.length < terms.length) series.put(one, terms);
  }
}
