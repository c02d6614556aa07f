package undercurrent.report;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import undercurrent.inference.FilterComparison;
import undercurrent.inference.FilterComparison.Filter;
import undercurrent.model.optimized.FilterErrors;

/** Several filters of the same series beside one another. */
final class FilterJson {
  private static final int[] PERCENT = {5, 25, 50, 75, 95};

  private FilterJson() {}

  /**
   * Errors are squared, and those of a series are a mean over its time steps from the second on.
   */
  static void put(ObjectNode root, FilterComparison comparison) {
    ArrayNode list = root.putArray("filters");
    for (Filter filter : comparison.filters()) {
      FilterErrors errors = filter.errors();
      ObjectNode one = list.addObject();
      one.put("filter", filter.name()).put("meanSquaredError", errors.overall());
      ObjectNode quantiles = one.putObject("quantiles");
      for (int p : PERCENT) quantiles.put(Integer.toString(p), errors.quantile(p / 100.0));
      one.put("series", errors.bySeries().length);
      if (filter.equals(comparison.filters().getLast())) continue;
      FilterErrors.Paired difference = comparison.minusOwn(filter);
      ObjectNode paired = one.putObject("minusOwn");
      JsonText.put(paired, "mean", difference.mean());
      JsonText.put(paired, "standardError", difference.standardError());
      JsonText.put(paired, "z", difference.z());
    }
  }
}
