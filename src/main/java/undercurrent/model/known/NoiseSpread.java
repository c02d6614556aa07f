package undercurrent.model.known;

import java.util.function.Consumer;
import undercurrent.model.formula.Formula;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;

/**
 * The noise of typed equations over a gap h. White noise of density D pushes some states; it
 * reaches the others through their own equations, whose slopes are A. With the projection P to the
 * pushed states,
 *
 * <pre>
 *   M(s) = Σₖ sᵏ/k! ((I − P) A)ᵏ P,  k &lt; n      Q = ∫₀ʰ M(s) D M(s)' ds
 * </pre>
 *
 * which is h D where all are pushed, and [[h³/3, h²/2], [h²/2, h]] of a position whose speed is
 * pushed. Of a discrete step Q = D.
 */
final class NoiseSpread {
  private final Formula formula;
  private final double gap;

  /** The diagonal of D. */
  private final double[] density;

  /**
   * Over a gap.
   *
   * @param factors as {@link Formula#noise}
   * @param motion the deviation that they multiply
   */
  NoiseSpread(Formula formula, double[] factors, double gap, double motion) {
    this.formula = formula;
    this.gap = gap;
    density = new double[formula.size()];
    for (int i = 0; i < density.length; i++) {
      double deviation = factors[i] * motion;
      density[i] = deviation * deviation;
    }
  }

  /** Whether Q is the same at every state. */
  boolean isEven() {
    return !formula.isContinuous() || formula.spreadsEvenly();
  }

  /** Whether it needs no slopes. */
  private boolean isDirect() {
    if (!formula.isContinuous()) return true;
    for (int i = 0; i < formula.size(); i++) if (!formula.isPushed(i)) return false;
    return true;
  }

  /** h D, or D of a discrete step. */
  private Covariance direct() {
    double[] variances = density.clone();
    for (int i = 0; formula.isContinuous() && i < variances.length; i++) variances[i] *= gap;
    return Covariance.diagonal("Q", variances);
  }

  /**
   * Q.
   *
   * @param slopes fills in A, row by row, where it is needed
   */
  Covariance of(Consumer<double[]> slopes) {
    if (isDirect()) return direct();
    int n = formula.size();
    double[] a = new double[n * n];
    slopes.accept(a);
    for (int i = 0; i < n; i++) {
      for (int j = 0; formula.isPushed(i) && j < n; j++) a[i * n + j] = 0;
    }
    Matrix reach = Matrix.of(n, n, a);
    Matrix[] powers = new Matrix[n];
    double[] pushed = new double[n];
    for (int i = 0; i < n; i++) pushed[i] = formula.isPushed(i) ? 1 : 0;
    powers[0] = Matrix.diagonal(pushed);
    for (int k = 1; k < n; k++) powers[k] = reach.times(powers[k - 1]).times(1.0 / k);
    Matrix q = Matrix.of(n, n, new double[n * n]);
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < n; k++) {
        // ∫ sʲ sᵏ ds = h^(j+k+1) / (j+k+1)
        double share = StrictMath.pow(gap, j + k + 1) / (j + k + 1);
        q = q.plus(powers[j].timesDiagonal(density).timesTransposed(powers[k]).times(share));
      }
    }
    return Covariance.of("Q", q);
  }
}
