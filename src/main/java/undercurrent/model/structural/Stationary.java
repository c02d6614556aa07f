package undercurrent.model.structural;

import undercurrent.model.ModelWords;

/**
 * The coefficients of stationary autoregressions, by their partial autocorrelations (Monahan 1984,
 * Biometrika 71): any real θ gives φ with all roots of 1 - φ₁ B - … - φₚ Bᵖ outside the unit
 * circle, and every such φ has its θ.
 */
final class Stationary {
  /** Partial autocorrelations stay this far inside, so that the variance is a number. */
  private static final double INSIDE = 1 - 1e-9;

  private Stationary() {}

  /** φ [p] from θ [p]; Durbin and Levinson's recursion from rₖ = tanh θₖ. */
  static double[] coefficients(double[] theta) {
    double[] phi = new double[theta.length];
    double[] before = new double[theta.length];
    for (int k = 0; k < phi.length; k++) {
      double r = INSIDE * Math.tanh(theta[k]);
      System.arraycopy(phi, 0, before, 0, k);
      for (int j = 0; j < k; j++) phi[j] = before[j] - r * before[k - 1 - j];
      phi[k] = r;
    }
    return phi;
  }

  /** θ [p] from φ [p], the recursion backwards; {@code what} names φ where it is not stationary. */
  static double[] theta(double[] coefficients, String what) {
    double[] phi = coefficients.clone();
    double[] theta = new double[phi.length];
    for (int k = phi.length - 1; k >= 0; k--) {
      double r = phi[k];
      if (!(Math.abs(r) < INSIDE)) {
        throw new IllegalArgumentException(ModelWords.of("stationary.root", what));
      }
      theta[k] = 0.5 * Math.log((INSIDE + r) / (INSIDE - r));
      double[] after = phi.clone();
      for (int j = 0; j < k; j++) phi[j] = (after[j] + r * after[k - 1 - j]) / (1 - r * r);
    }
    return theta;
  }
}
