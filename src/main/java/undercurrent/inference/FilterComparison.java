package undercurrent.inference;

import java.util.List;
import undercurrent.model.optimized.FilterErrors;
import undercurrent.series.Part;

/**
 * Several filters of the same series beside one another, by their error against the true state.
 *
 * @param part of the series
 * @param unit of the channels, whose squares the errors are in; empty when they have none
 * @param filters the last of them is the model's own
 */
public record FilterComparison(Part part, String unit, List<Filter> filters) {
  public FilterComparison {
    filters = List.copyOf(filters);
  }

  /** A filter and its errors, series by series. */
  public record Filter(String name, FilterErrors errors) {}

  /** How much larger the errors of a filter are than those of the model's own. */
  public FilterErrors.Paired minusOwn(Filter other) {
    return other.errors().minus(filters.getLast().errors());
  }
}
