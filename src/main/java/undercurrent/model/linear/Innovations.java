package undercurrent.model.linear;

import java.util.Arrays;
import java.util.List;

/**
 * Standardised innovations: what was not predicted of each observation: L⁻¹ (x - H m⁻ - D u - d)
 * with L L' = H P⁻ H' + R, [T][m]. Independent standard normals if the model is right; NaN where
 * nothing was seen, or where a value went into fixing a diffuse start.
 */
public final class Innovations {
  /**
   * {@code [m][T]}: an array for each row of one number would take more than three times the room.
   */
  private final double[][] columns;

  private Innovations(double[][] columns) {
    this.columns = columns;
  }

  public static Innovations of(FilterResult filter) {
    int steps = filter.observations().steps();
    int m = filter.system().observedSize();
    double[][] columns = new double[m][steps];
    for (int t = 0; t < steps; t++) {
      int j = 0;
      for (int i = 0; i < m; i++) {
        columns[i][t] = Double.NaN;
        if (Double.isNaN(filter.observations().value(t, i))) continue;
        boolean fixing = filter.isFixing(t, j);
        int at = t * m + j++;
        if (fixing) continue;
        columns[i][t] = filter.trace.innovation[at] / Math.sqrt(filter.trace.variance[at]);
      }
    }
    return new Innovations(columns);
  }

  /** [T][m]. */
  public double[][] standardised() {
    int steps = columns.length == 0 ? 0 : columns[0].length;
    double[][] rows = new double[steps][columns.length];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < columns.length; i++) rows[t][i] = columns[i][t];
    }
    return rows;
  }

  /** Those of filters of the same steps, each of some dimensions, one after another: [all][T]. */
  public static double[][] columns(List<FilterResult> filters) {
    return filters.stream().flatMap(f -> Arrays.stream(of(f).columns)).toArray(double[][]::new);
  }

  /** Those of one dimension without the missing ones. */
  public double[] of(int dimension) {
    return Arrays.stream(columns[dimension]).filter(value -> !Double.isNaN(value)).toArray();
  }
}
