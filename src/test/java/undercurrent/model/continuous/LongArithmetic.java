package undercurrent.model.continuous;

import java.math.BigDecimal;
import java.math.MathContext;

/** F and Q with 120 digits, by the power series of both: knows nothing of Padé or Van Loan. */
final class LongArithmetic {
  private static final MathContext DIGITS = new MathContext(120);

  private LongArithmetic() {}

  /** F, then Q, over h; summed until terms no longer matter, so |A| h should be below 100. */
  static double[][][] passage(double[][] a, double[][] spread, double h) {
    int n = a.length;
    BigDecimal[][] drift = of(a);
    BigDecimal[][] f = zero(n);
    BigDecimal[][] power = zero(n);
    for (int i = 0; i < n; i++) power[i][i] = f[i][i] = BigDecimal.ONE;
    // Q = Σₖ hᵏ⁺¹ / (k+1)! Sₖ with S₀ = S and Sₖ₊₁ = A Sₖ + Sₖ A'
    BigDecimal[][] term = of(spread);
    BigDecimal[][] q = zero(n);
    BigDecimal weight = new BigDecimal(h);
    add(q, term, weight);
    for (int k = 1; k < 700; k++) {
      power = product(drift, power);
      add(f, power, weight);
      BigDecimal[][] left = product(drift, term);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) term[i][j] = left[i][j].add(left[j][i], DIGITS);
      }
      weight = weight.multiply(new BigDecimal(h), DIGITS).divide(BigDecimal.valueOf(k + 1), DIGITS);
      add(q, term, weight);
    }
    return new double[][][] {back(f), back(q)};
  }

  private static BigDecimal[][] product(BigDecimal[][] a, BigDecimal[][] b) {
    int n = a.length;
    BigDecimal[][] c = zero(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) c[i][j] = c[i][j].add(a[i][k].multiply(b[k][j]), DIGITS);
      }
    }
    return c;
  }

  private static void add(BigDecimal[][] to, BigDecimal[][] a, BigDecimal weight) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        to[i][j] = to[i][j].add(a[i][j].multiply(weight), DIGITS);
      }
    }
  }

  private static BigDecimal[][] zero(int n) {
    BigDecimal[][] zero = new BigDecimal[n][n];
    for (BigDecimal[] row : zero) java.util.Arrays.fill(row, BigDecimal.ZERO);
    return zero;
  }

  private static BigDecimal[][] of(double[][] a) {
    BigDecimal[][] exact = zero(a.length);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) exact[i][j] = new BigDecimal(a[i][j]);
    }
    return exact;
  }

  private static double[][] back(BigDecimal[][] a) {
    double[][] values = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) values[i][j] = a[i][j].doubleValue();
    }
    return values;
  }
}
