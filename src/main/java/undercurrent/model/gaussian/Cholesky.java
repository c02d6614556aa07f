package undercurrent.model.gaussian;

/** The Cholesky factor of a positive semi-definite matrix in a flat row-major array. */
public final class Cholesky {
  private Cholesky() {}

  /**
   * Finds the lower L with L L' = A. A pivot that is nothing beside its diagonal, relative to the
   * tolerance, leaves its column empty. Nothing is allocated.
   *
   * @param a A [n][n] from {@code at} on; only its lower half is read
   * @param l out, [n][n]
   * @return −1, or the row where A is not positive semi-definite
   */
  public static int factor(double[] a, int at, double[] l, int n, double tolerance) {
    for (int j = 0; j < n; j++) {
      double diagonal = a[at + j * n + j];
      double pivot = pivot(a, at, l, n, j);
      for (int i = 0; i < j; i++) l[i * n + j] = 0;
      if (!(diagonal >= 0) || !(pivot >= -tolerance * diagonal)) return j;
      boolean empty = pivot <= tolerance * diagonal;
      double root = empty ? 0 : Math.sqrt(pivot);
      l[j * n + j] = root;
      for (int i = j + 1; i < n; i++) {
        double sum = a[at + i * n + j];
        for (int k = 0; k < j; k++) sum -= l[i * n + k] * l[j * n + k];
        // |a_ij| ≤ √(a_ii a_jj): where the pivot is nothing, what is beside it is nothing too
        double most = Math.sqrt(Math.abs(diagonal * a[at + i * n + i]));
        if (empty && Math.abs(sum) > 2 * Math.sqrt(tolerance) * most) return i;
        l[i * n + j] = empty ? 0 : sum / root;
      }
    }
    return -1;
  }

  /** What is left of the diagonal of a row, L of the columns before it: aⱼⱼ − Σₖ lⱼₖ². */
  static double pivot(double[] a, int at, double[] l, int n, int j) {
    double pivot = a[at + j * n + j];
    for (int k = 0; k < j; k++) pivot -= l[j * n + k] * l[j * n + k];
    return pivot;
  }
}
