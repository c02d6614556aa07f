package undercurrent.model.optimized;

import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;

/**
 * Free numbers θ for Q and R: Q = L L', L lower triangular with Lᵢᵢ = exp θᵢᵢ and Lᵢⱼ = θᵢⱼ below,
 * and R alike. Any numbers give covariances, and all positive definite covariances have theirs.
 * Those of Q come first, row by row; for n = 4 and m = 2 there are 13.
 *
 * @param n of Q
 * @param m of R
 */
record CholeskyParameters(int n, int m) {
  int count() {
    return count(n) + count(m);
  }

  private static int count(int size) {
    return size * (size + 1) / 2;
  }

  /** θ of covariances. */
  double[] of(Noise noise) {
    double[] theta = new double[count()];
    write(Covariance.of("Q", noise.q()).factor(), theta, 0);
    write(Covariance.of("R", noise.r()).factor(), theta, count(n));
    return theta;
  }

  private static void write(Matrix l, double[] theta, int at) {
    for (int i = 0, place = at; i < l.rows(); i++) {
      for (int j = 0; j <= i; j++) {
        theta[place++] = i == j ? StrictMath.log(l.at(i, i)) : l.at(i, j);
      }
    }
  }

  /** Q and R of θ. */
  Noise noise(double[] theta) {
    Matrix q = factor(theta, 0, n);
    Matrix r = factor(theta, count(n), m);
    return new Noise(q.timesTransposed(q), r.timesTransposed(r));
  }

  private static Matrix factor(double[] theta, int at, int size) {
    double[][] l = new double[size][size];
    for (int i = 0, place = at; i < size; i++) {
      for (int j = 0; j <= i; j++, place++) {
        l[i][j] = i == j ? StrictMath.exp(theta[place]) : theta[place];
      }
    }
    return Matrix.of(l);
  }

  /** The gradient by θ from that by Q and R, which must be symmetric. */
  double[] gradient(Noise byNoise, double[] theta) {
    double[] gradient = new double[count()];
    writeGradient(byNoise.q(), factor(theta, 0, n), gradient, 0);
    writeGradient(byNoise.r(), factor(theta, count(n), m), gradient, count(n));
    return gradient;
  }

  private static void writeGradient(Matrix bySigma, Matrix l, double[] gradient, int at) {
    // Σ = L L': ∂/∂L = 2 ∂/∂Σ L, and ∂/∂θᵢᵢ = Lᵢᵢ ∂/∂Lᵢᵢ
    Matrix byFactor = bySigma.times(l).times(2);
    for (int i = 0, place = at; i < l.rows(); i++) {
      for (int j = 0; j <= i; j++) {
        gradient[place++] = byFactor.at(i, j) * (i == j ? l.at(i, i) : 1);
      }
    }
  }
}
