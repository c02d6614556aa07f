package undercurrent.figure;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations (1846).
 *
 * @param values in no order
 * @param vectors {@code [i]} belongs to value i and has length 1
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int SWEEPS = 60;

  /** Of a symmetric matrix. */
  public static SymmetricEigen of(double[][] matrix) {
    int size = matrix.length;
    double[][] a = new double[size][];
    double[][] vectors = new double[size][size];
    for (int i = 0; i < size; i++) {
      a[i] = matrix[i].clone();
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS && !isDiagonal(a); sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) rotate(a, vectors, p, q);
      }
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) values[i] = a[i][i];
    return new SymmetricEigen(values, vectors);
  }

  private static boolean isDiagonal(double[][] a) {
    double off = 0;
    double on = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        if (i == j) on += a[i][j] * a[i][j];
        else off += a[i][j] * a[i][j];
      }
    }
    return off <= 1e-30 * on;
  }

  /** Turns the plane of p and q so that a[p][q] becomes 0. */
  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    if (a[p][q] == 0) return;
    // t = sgn θ / (|θ| + √(θ²+1)), θ = (a_qq - a_pp) / 2a_pq
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double cos = 1 / Math.hypot(t, 1);
    double sin = t * cos;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = cos * kp - sin * kq;
      a[k][q] = sin * kp + cos * kq;
    }
    turn(a, p, q, cos, sin);
    turn(vectors, p, q, cos, sin);
  }

  private static void turn(double[][] rows, int p, int q, double cos, double sin) {
    for (int k = 0; k < rows.length; k++) {
      double pk = rows[p][k];
      double qk = rows[q][k];
      rows[p][k] = cos * pk - sin * qk;
      rows[q][k] = sin * pk + cos * qk;
    }
  }
}
