package undercurrent.model.continuous;

import java.util.stream.IntStream;
import undercurrent.model.ModelWords;
import undercurrent.model.gaussian.Matrix;

/**
 * F = eᴬʰ and Q = ∫₀ʰ eᴬˢ S eᴬ'ˢ ds with S = L Qc L', from one exponential (Van Loan 1978):
 *
 * <pre>
 *   exp [ -A h   S h ]  =  [ ·  G₂ ]     F = G₃'   Q = G₃' G₂
 *       [   0   A' h ]     [ 0  G₃ ]
 * </pre>
 *
 * G₂ grows as e⁻ᴬʰ where Q does not; so the exponential is that of a short while, and a long gap is
 * made of it by doubling, Q ← Q + F Q F', F ← F F, which only adds what is positive.
 */
final class VanLoan {
  private static final double SHORT = 1;

  private final int n;
  private final double[] units;
  private final Matrix a;
  private final Matrix s;
  private final double size;
  private final double intensity;

  /** For A [n][n] and S [n][n]. */
  VanLoan(double[][] drift, double[][] spread) {
    n = drift.length;
    units = Balance.of(drift);
    double[][] scaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) scaled[i][j] = spread[i][j] / units[i] / units[j];
    }
    a = Balance.in(units, drift);
    size = DenseAlgebra.norm(a);
    intensity = DenseAlgebra.norm(Matrix.of(scaled));
    s = Matrix.of(scaled).times(intensity == 0 ? 1 : 1 / intensity);
  }

  /** Over a time h of at least 0. */
  Discretisation over(double h) {
    int doublings = MatrixExponential.halvings(size * h, SHORT);
    double brief = Math.scalb(h, -doublings);
    Matrix exponential = MatrixExponential.of(block(brief));
    int[] first = IntStream.range(0, n).toArray();
    int[] second = IntStream.range(n, 2 * n).toArray();
    Matrix f = exponential.part(second, second).transposed();
    Matrix q = f.times(exponential.part(first, second)).times(intensity * brief);
    for (int i = 0; i < doublings; i++) {
      q = q.plus(f.times(q).timesTransposed(f));
      f = f.times(f);
    }
    return inOwnUnits(f, q, h);
  }

  /** Q is linear in S: S / |S| stands here for S h, so that a strong noise costs no digits. */
  private Matrix block(double h) {
    double[][] block = new double[2 * n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        block[i][j] = -a.at(i, j) * h;
        block[i][n + j] = s.at(i, j);
        block[n + i][n + j] = a.at(j, i) * h;
      }
    }
    return Matrix.of(block);
  }

  private Discretisation inOwnUnits(Matrix f, Matrix q, double h) {
    double[][] transition = new double[n][n];
    double[][] noise = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        transition[i][j] = f.at(i, j) * units[i] / units[j];
        noise[i][j] = 0.5 * (q.at(i, j) + q.at(j, i)) * units[i] * units[j];
        if (!Double.isFinite(transition[i][j]) || !Double.isFinite(noise[i][j])) {
          throw new IllegalArgumentException(ModelWords.of("vanLoan.overflow", h));
        }
      }
    }
    return new Discretisation(transition, noise);
  }
}
