package undercurrent.model.structural;

/** Polynomials in the lag operator B, coefficients from B⁰ on. */
final class LagPolynomial {
  private LagPolynomial() {}

  static double[] product(double[] a, double[] b) {
    double[] c = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) c[i + j] += a[i] * b[j];
    }
    return c;
  }

  /** 1 + sign Σ cⱼ B^(j·period). */
  static double[] of(double sign, double[] coefficients, int period) {
    double[] polynomial = new double[coefficients.length * period + 1];
    polynomial[0] = 1;
    for (int j = 0; j < coefficients.length; j++) {
      polynomial[(j + 1) * period] = sign * coefficients[j];
    }
    return polynomial;
  }
}
