package undercurrent.math;

import java.util.Arrays;

/**
 * Φ = eᴬʰ and Q = ∫₀ʰ eᴬˢ D eᴬ'ˢ ds of dz = A z dt + dw, where D is diagonal and the spectral
 * density of w, and the gradients of both by A and D. A short time is a series of Taylor, a longer
 * one is made of it by doubling:
 *
 * <pre>
 *   Φ(s) = Σ sʲ/j! Aʲ        Q(s) = Σ sʲ⁺¹/(j+1)! Lʲ(D)   with L(X) = A X + X A'
 *   Q(2s) = Q(s) + Φ(s) Q(s) Φ(s)'                      Φ(2s) = Φ(s) Φ(s)
 * </pre>
 *
 * Doubling ends where a state would have grown by {@value #GROWN}: what has grown so far stays
 * there, so that a gap of any length takes few steps and gives finite numbers. All buffers are made
 * once; matrices are row-major.
 */
final class MomentFlow {
  /** With |A| s of at most {@link #SHORT} the first term left out is 1e-11 of the whole. */
  private static final int TERMS = 8;

  private static final double SHORT = 0.25;

  /** |A| h of more than this is no dynamics. */
  private static final double LARGEST = 1e12;

  private static final int MOST_DOUBLINGS = 43;
  private static final double GROWN = 1e30;

  private final int size;
  private final double[][] phis = new double[MOST_DOUBLINGS + 1][];
  private final double[][] noises = new double[MOST_DOUBLINGS + 1][];
  private final double[][] powers = new double[TERMS + 1][];
  private final double[][] spreads = new double[TERMS + 1][];
  private final double[] adjoint;
  private final double[] product;
  private final double[] other;
  private int doublings;
  private double brief;

  /**
   * @param size of the state
   */
  MomentFlow(int size) {
    this.size = size;
    for (int j = 0; j <= TERMS; j++) {
      powers[j] = new double[size * size];
      spreads[j] = new double[size * size];
    }
    for (int k = 0; k <= MOST_DOUBLINGS; k++) {
      phis[k] = new double[size * size];
      noises[k] = new double[size * size];
    }
    adjoint = new double[size * size];
    product = new double[size * size];
    other = new double[size * size];
  }

  /**
   * Computes both.
   *
   * @param a A, {@code [size·size]}
   * @param density the diagonal of D, {@code [size]}
   * @param h at least 0
   * @return false where A is not finite or too large to be told; then both are not changed
   */
  boolean over(double[] a, double[] density, double h) {
    double norm = norm(a) * h;
    if (!(norm < LARGEST)) return false;
    int wanted = 0;
    while (norm > SHORT) {
      norm /= 2;
      wanted++;
    }
    brief = Math.scalb(h, -wanted);
    series(a, density);
    doublings = 0;
    while (doublings < wanted && largest(phis[doublings]) < GROWN) {
      double[] phi = phis[doublings];
      double[] noise = noises[doublings];
      double[] next = noises[doublings + 1];
      times(phi, noise, product);
      timesTransposed(product, phi, next);
      for (int i = 0; i < next.length; i++) next[i] += noise[i];
      times(phi, phi, phis[doublings + 1]);
      doublings++;
    }
    return true;
  }

  /** Φ of the last {@link #over}, {@code [size·size]}. */
  double[] phi() {
    return phis[doublings];
  }

  /** Q of the last {@link #over}, {@code [size·size]}. */
  double[] noise() {
    return noises[doublings];
  }

  private void series(double[] a, double[] density) {
    double[] phi = phis[0];
    double[] noise = noises[0];
    Arrays.fill(powers[0], 0);
    Arrays.fill(spreads[0], 0);
    for (int i = 0; i < size; i++) {
      powers[0][i * size + i] = 1;
      spreads[0][i * size + i] = brief * density[i];
    }
    System.arraycopy(powers[0], 0, phi, 0, phi.length);
    System.arraycopy(spreads[0], 0, noise, 0, noise.length);
    for (int j = 0; j < TERMS; j++) {
      times(a, powers[j], powers[j + 1]);
      times(a, spreads[j], product);
      double power = brief / (j + 1);
      double spread = brief / (j + 2);
      for (int r = 0; r < size; r++) {
        for (int c = 0; c < size; c++) {
          int at = r * size + c;
          powers[j + 1][at] *= power;
          spreads[j + 1][at] = spread * (product[at] + product[c * size + r]);
          phi[at] += powers[j + 1][at];
          noise[at] += spreads[j + 1][at];
        }
      }
    }
  }

  /**
   * Adds the gradients by A and D to what is there, after {@link #over} of the same.
   *
   * @param dPhi ∂/∂Φ; is overwritten
   * @param dNoise ∂/∂Q, symmetric; is overwritten
   */
  void backward(double[] a, double[] dPhi, double[] dNoise, double[] dA, double[] dDensity) {
    for (int k = doublings - 1; k >= 0; k--) {
      // ∂Φ = ∂Φ₂ Φ' + Φ' ∂Φ₂ + 2 ∂Q₂ Φ Q      ∂Q = ∂Q₂ + Φ' ∂Q₂ Φ
      times(dNoise, phis[k], product);
      times(product, noises[k], adjoint);
      timesTransposed(dPhi, phis[k], other);
      for (int i = 0; i < adjoint.length; i++) adjoint[i] = 2 * adjoint[i] + other[i];
      transposedTimes(phis[k], dPhi, other);
      for (int i = 0; i < adjoint.length; i++) dPhi[i] = adjoint[i] + other[i];
      transposedTimes(phis[k], product, other);
      for (int i = 0; i < other.length; i++) dNoise[i] += other[i];
    }
    System.arraycopy(dPhi, 0, adjoint, 0, adjoint.length);
    for (int j = TERMS - 1; j >= 0; j--) {
      // Eⱼ₊₁ = s/(j+1) A Eⱼ
      double share = brief / (j + 1);
      timesTransposed(adjoint, powers[j], product);
      transposedTimes(a, adjoint, other);
      for (int i = 0; i < adjoint.length; i++) {
        dA[i] += share * product[i];
        adjoint[i] = dPhi[i] + share * other[i];
      }
    }
    System.arraycopy(dNoise, 0, adjoint, 0, adjoint.length);
    for (int j = TERMS - 1; j >= 0; j--) {
      // Tⱼ₊₁ = s/(j+2) (A Tⱼ + Tⱼ A'), all symmetric
      double share = brief / (j + 2);
      times(adjoint, spreads[j], product);
      transposedTimes(a, adjoint, other);
      for (int r = 0; r < size; r++) {
        for (int c = 0; c < size; c++) {
          int at = r * size + c;
          dA[at] += 2 * share * product[at];
          adjoint[at] = dNoise[at] + share * (other[at] + other[c * size + r]);
        }
      }
    }
    for (int i = 0; i < size; i++) dDensity[i] += brief * adjoint[i * size + i];
  }

  /** The largest sum of absolute numbers in a row; NaN where one is NaN. */
  private double norm(double[] a) {
    double norm = 0;
    for (int r = 0; r < size; r++) {
      double sum = 0;
      for (int c = 0; c < size; c++) sum += Math.abs(a[r * size + c]);
      norm = Math.max(norm, sum);
    }
    return norm;
  }

  private static double largest(double[] a) {
    double largest = 0;
    for (double number : a) largest = Math.max(largest, Math.abs(number));
    return largest;
  }

  /** out = a b. */
  private void times(double[] a, double[] b, double[] out) {
    Arrays.fill(out, 0);
    for (int i = 0; i < size; i++) {
      for (int p = 0; p < size; p++) {
        double number = a[i * size + p];
        for (int j = 0; j < size; j++) out[i * size + j] += number * b[p * size + j];
      }
    }
  }

  /** out = a' b. */
  private void transposedTimes(double[] a, double[] b, double[] out) {
    Arrays.fill(out, 0);
    for (int p = 0; p < size; p++) {
      for (int i = 0; i < size; i++) {
        double number = a[p * size + i];
        for (int j = 0; j < size; j++) out[i * size + j] += number * b[p * size + j];
      }
    }
  }

  /** out = a b'. */
  private void timesTransposed(double[] a, double[] b, double[] out) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double sum = 0;
        for (int p = 0; p < size; p++) sum += a[i * size + p] * b[j * size + p];
        out[i * size + j] = sum;
      }
    }
  }
}
