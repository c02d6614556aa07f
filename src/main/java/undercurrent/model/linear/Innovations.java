package undercurrent.model.linear;

import java.util.Arrays;
import java.util.List;

/**
 * Standardised innovations: what was not predicted of each observation: L⁻¹ (x - H m⁻ - D u - d)
 * with L L' = H P⁻ H' + R, [T][m]. Independent standard normals if the model is right; NaN where
 * nothing was seen, or where a value went into fixing a diffuse start.
 */
public final class Innovations {
  private final double[][] standardised;

  private Innovations(double[][] standardised) {
    this.standardised = standardised;
  }

  public static Innovations of(FilterResult filter) {
    int steps = filter.observations().steps();
    int m = filter.system().observedSize();
    double[][] standardised = new double[steps][m];
    for (int t = 0; t < steps; t++) {
      Arrays.fill(standardised[t], Double.NaN);
      int j = 0;
      for (int i = 0; i < m; i++) {
        if (Double.isNaN(filter.observations().value(t, i))) continue;
        boolean fixing = filter.isFixing(t, j);
        int at = t * m + j++;
        if (fixing) continue;
        standardised[t][i] = filter.trace.innovation[at] / Math.sqrt(filter.trace.variance[at]);
      }
    }
    return new Innovations(standardised);
  }

  /** [T][m]. */
  public double[][] standardised() {
    return Arrays.stream(standardised).map(double[]::clone).toArray(double[][]::new);
  }

  /** Those of filters of the same steps, each of some dimensions, side by side: [T][all]. */
  public static double[][] standardised(List<FilterResult> filters) {
    if (filters.size() == 1) return of(filters.getFirst()).standardised;
    int width = filters.stream().mapToInt(f -> f.system().observedSize()).sum();
    double[][] all = new double[filters.getFirst().observations().steps()][width];
    int from = 0;
    for (FilterResult filter : filters) {
      double[][] own = of(filter).standardised;
      int count = filter.system().observedSize();
      for (int t = 0; t < all.length; t++) System.arraycopy(own[t], 0, all[t], from, count);
      from += count;
    }
    return all;
  }

  /** Those of one dimension without the missing ones. */
  public double[] of(int dimension) {
    return Arrays.stream(standardised)
        .mapToDouble(row -> row[dimension])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }
}
