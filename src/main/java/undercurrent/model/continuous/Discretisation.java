package undercurrent.model.continuous;

/**
 * The exact discretisation of a linear system over a stretch of time: z ← F z + N(0, Q).
 *
 * @param f [n][n]
 * @param q [n][n], symmetric
 */
public record Discretisation(double[][] f, double[][] q) {
  /** This one and another, independent one below it. */
  Discretisation and(Discretisation other) {
    return new Discretisation(DenseAlgebra.below(f, other.f), DenseAlgebra.below(q, other.q));
  }

  /** m ← F m, P ← F P F' + Q. */
  public StateMoments of(StateMoments before) {
    int n = f.length;
    double[] mean = new double[n];
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        mean[i] += f[i][j] * before.mean()[j];
        covariance[i][j] = q[i][j];
        for (int k = 0; k < n; k++) {
          for (int l = 0; l < n; l++) {
            covariance[i][j] += f[i][k] * before.covariance()[k][l] * f[j][l];
          }
        }
      }
    }
    return new StateMoments(mean, covariance);
  }
}
