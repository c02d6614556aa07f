package undercurrent.model.linear;

import java.util.stream.IntStream;

/**
 * One step of a Kalman filter in the form of textbooks, from what {@link KalmanFilter} found:
 *
 * <pre>
 *   predict     m⁻ = F m + b        P⁻ = F P F' + Q
 *   innovation  v  = x − H m⁻ − d   S  = H P⁻ H' + R
 *   gain        K  = P⁻ H' S⁻¹
 *   update      m  = m⁻ + K v       P  = P⁻ − K S K'
 * </pre>
 *
 * Only what was observed is in x, H, R, v and S; b and d hold inputs and offsets.
 *
 * @param before m of the row before, {@code [n]}; empty at the first row, which starts at m⁻
 * @param beforeCovariance P of the row before; empty at the first row
 * @param f F from the row before; empty at the first row
 * @param q Q from the row before; empty at the first row
 * @param moved what is added to F m, {@code [n]}; empty at the first row
 * @param predicted m⁻
 * @param predictedCovariance P⁻
 * @param seen places of what was observed
 * @param h H of those
 * @param r R of those
 * @param x observed values
 * @param expected H m⁻ + d
 * @param innovation v
 * @param innovationCovariance S
 * @param gain K, {@code [n][m]}
 * @param filtered m
 * @param filteredCovariance P
 */
public record KalmanStep(
    double[] before,
    double[][] beforeCovariance,
    double[][] f,
    double[][] q,
    double[] moved,
    double[] predicted,
    double[][] predictedCovariance,
    int[] seen,
    double[][] h,
    double[][] r,
    double[] x,
    double[] expected,
    double[] innovation,
    double[][] innovationCovariance,
    double[][] gain,
    double[] filtered,
    double[][] filteredCovariance) {

  /** Row t of a filter whose start is known by then. */
  public static KalmanStep of(FilterResult filter, int t) {
    LinearSystem system = filter.system();
    Observations rows = filter.observations();
    int n = system.latentSize();
    int m = system.observedSize();
    int[] seen = IntStream.range(0, m).filter(j -> !Double.isNaN(rows.value(t, j))).toArray();
    int[] all = IntStream.range(0, n).toArray();
    double[] predicted = mean(filter.predicted(), t);
    double[][] covariance = covariance(filter.predicted(), t);
    Moments emitted = Emitted.predicted(filter);
    double[][] h = part(system.part(SystemPart.EMISSION).at(t), n, seen, all);
    double[][] s = part(flat(covariance(emitted, t)), m, seen, seen);
    double[] x = new double[seen.length];
    double[] expected = new double[seen.length];
    double[] innovation = new double[seen.length];
    for (int j = 0; j < seen.length; j++) {
      x[j] = rows.value(t, seen[j]);
      expected[j] = emitted.mean(t, seen[j]);
      innovation[j] = x[j] - expected[j];
    }
    boolean isFirst = t == 0;
    double[] f = isFirst ? new double[0] : system.part(SystemPart.TRANSITION).at(t - 1);
    double[] q = isFirst ? new double[0] : system.part(SystemPart.TRANSITION_NOISE).at(t - 1);
    double[] before = isFirst ? new double[0] : mean(filter.filtered(), t - 1);
    return new KalmanStep(
        before,
        isFirst ? new double[0][] : covariance(filter.filtered(), t - 1),
        isFirst ? new double[0][] : part(f, n, all, all),
        isFirst ? new double[0][] : part(q, n, all, all),
        moved(f, before, predicted),
        predicted,
        covariance,
        seen,
        h,
        part(rows.noise(system, t), m, seen, seen),
        x,
        expected,
        innovation,
        s,
        gain(covariance, h, s, t),
        mean(filter.filtered(), t),
        covariance(filter.filtered(), t));
  }

  private static double[] moved(double[] f, double[] before, double[] predicted) {
    int n = before.length;
    double[] moved = new double[n];
    for (int i = 0; i < n; i++) moved[i] = predicted[i] - Matrices.dot(f, i * n, before, 0, n);
    return moved;
  }

  /** P⁻ H' S⁻¹ */
  private static double[][] gain(double[][] p, double[][] h, double[][] s, int t) {
    int n = p.length;
    int m = h.length;
    double[][] gain = new double[n][m];
    if (m == 0) return gain;
    double[] inverse = Matrices.inverse("S", t, flat(s), m);
    for (int i = 0; i < n; i++) {
      double[] cross = new double[m];
      for (int j = 0; j < m; j++) cross[j] = Matrices.dot(p[i], 0, h[j], 0, n);
      Matrices.product(cross, 0, inverse, 0, gain[i], 1, m, m);
    }
    return gain;
  }

  private static double[] mean(Moments moments, int t) {
    double[] mean = new double[moments.size()];
    for (int i = 0; i < mean.length; i++) mean[i] = moments.mean(t, i);
    return mean;
  }

  private static double[][] covariance(Moments moments, int t) {
    int n = moments.size();
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) rows[i][j] = moments.covariance(t, i, j);
    }
    return rows;
  }

  private static double[] flat(double[][] rows) {
    int n = rows.length;
    double[] flat = new double[n * n];
    for (int i = 0; i < n; i++) System.arraycopy(rows[i], 0, flat, i * n, n);
    return flat;
  }

  /** Some rows and columns of a matrix of so many columns. */
  private static double[][] part(double[] matrix, int width, int[] rows, int[] columns) {
    double[][] part = new double[rows.length][columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        part[i][j] = matrix[rows[i] * width + columns[j]];
      }
    }
    return part;
  }
}
