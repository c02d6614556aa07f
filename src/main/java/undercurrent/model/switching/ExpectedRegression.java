package undercurrent.model.switching;

import java.util.Arrays;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;

/**
 * The best y = A z + b + N(0, Σ) when y and z are known only as Gaussians: sums of the expected
 * products of y and of z⁺ = (z, 1), each with a weight.
 *
 * <pre>
 *   (A b) = E[y z⁺'] E[z⁺ z⁺']⁻¹     Σ = (E[y y'] - (A b) E[z⁺ y']) / Σ w
 * </pre>
 */
final class ExpectedRegression {
  private static final double RIDGE = 1e-9;
  private final int outputs;
  private final int inputs;
  private double weight;
  private Matrix yy;
  private Matrix yz;
  private Matrix zz;

  ExpectedRegression(int outputs, int inputs) {
    this.outputs = outputs;
    this.inputs = inputs;
    yy = zero(outputs, outputs);
    yz = zero(outputs, inputs + 1);
    zz = zero(inputs + 1, inputs + 1);
  }

  private static Matrix zero(int rows, int columns) {
    return Matrix.of(rows, columns, new double[rows * columns]);
  }

  /**
   * Adds a pair.
   *
   * @param cross Cov[y, z]
   */
  void add(double share, Gaussian y, Gaussian z, Matrix cross) {
    add(share, y.mean(), y.covariance().matrix(), z, cross);
  }

  /** Adds a y that is known. */
  void add(double share, double[] y, Gaussian z) {
    add(share, y, zero(outputs, outputs), z, zero(outputs, inputs));
  }

  private void add(double share, double[] y, Matrix covariance, Gaussian z, Matrix cross) {
    double[] one = Arrays.copyOf(z.mean(), inputs + 1);
    one[inputs] = 1;
    weight += share;
    yy = yy.plus(covariance.plus(outer(y, y)).times(share));
    yz = yz.plus(widened(cross, outputs).plus(outer(y, one)).times(share));
    zz = zz.plus(widened(z.covariance().matrix(), inputs + 1).plus(outer(one, one)).times(share));
  }

  /** A matrix in the upper left corner of a larger one of zeros. */
  private Matrix widened(Matrix small, int rows) {
    double[] values = new double[rows * (inputs + 1)];
    for (int i = 0; i < small.rows(); i++) {
      for (int j = 0; j < small.columns(); j++) values[i * (inputs + 1) + j] = small.at(i, j);
    }
    return Matrix.of(rows, inputs + 1, values);
  }

  private static Matrix outer(double[] a, double[] b) {
    return Matrix.of(a.length, 1, a).timesTransposed(Matrix.of(b.length, 1, b));
  }

  /** Σ w. */
  double weight() {
    return weight;
  }

  /**
   * A [outputs][inputs], b [outputs] and Σ [outputs][outputs].
   *
   * @param floor is added to every variance
   */
  Fitted fitted(double floor) {
    Matrix both = moments().dividing(yz);
    Matrix noise = yy.minus(both.timesTransposed(yz)).times(1 / weight).symmetrised();
    double[][] a = new double[outputs][inputs];
    for (int i = 0; i < outputs; i++) {
      for (int j = 0; j < inputs; j++) a[i][j] = both.at(i, j);
    }
    Matrix raised = noise.plus(Matrix.identity(outputs).times(floor));
    return new Fitted(a, both.column(inputs), raised.toRows());
  }

  /**
   * E[z⁺ z⁺']; where z moves along fewer directions than it has, as of a series that is a straight
   * line, so little is added that one of the many best A is found.
   */
  private Covariance moments() {
    Covariance moments = Covariance.of("E[z z']", zz);
    if (!moments.isSingular()) return moments;
    double largest = 0;
    for (int i = 0; i <= inputs; i++) largest = Math.max(largest, zz.at(i, i));
    return Covariance.of("E[z z']", zz.plus(Matrix.identity(inputs + 1).times(RIDGE * largest)));
  }

  /** A, b and Σ. */
  record Fitted(double[][] a, double[] b, double[][] noise) {}
}
