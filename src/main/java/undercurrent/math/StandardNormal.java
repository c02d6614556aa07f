package undercurrent.math;

/** The standard normal distribution. */
public final class StandardNormal {
  private static final double[] A = {
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00
  };
  private static final double[] B = {
    -5.447609879822406e+01,
    1.615858368580409e+02,
    -1.556989798598866e+02,
    6.680131188771972e+01,
    -1.328068155288572e+01,
    1
  };
  private static final double[] C = {
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00
  };
  private static final double[] D = {
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
  };
  private static final double TAIL = 0.02425;

  /** Beyond this nothing is left that a double could tell from 0 or 1. */
  private static final double FARTHEST = 8.3;

  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private StandardNormal() {}

  /** The value below which the probability is p, 0 &lt; p &lt; 1; relative error below 2e-9. */
  public static double quantile(double p) {
    // P. J. Acklam's rational approximations: one for the middle, one for each tail.
    if (p > 1 - TAIL) return -quantile(1 - p);
    if (p < TAIL) {
      double q = Math.sqrt(-2 * StrictMath.log(p));
      return polynomial(C, q) / polynomial(D, q);
    }
    double q = p - 0.5;
    double r = q * q;
    return q * polynomial(A, r) / polynomial(B, r);
  }

  /** The probability below a value; absolute error below 1e-14. */
  public static double cumulative(double x) {
    if (!(Math.abs(x) < FARTHEST)) return x < 0 ? 0 : x > 0 ? 1 : Double.NaN;
    // Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …)  (Marsaglia 2004)
    double term = x;
    double sum = x;
    for (int odd = 3; sum + term != sum; odd += 2) {
      term *= x * x / odd;
      sum += term;
    }
    return Math.clamp(0.5 + density(x) * sum, 0, 1);
  }

  public static double density(double x) {
    return StrictMath.exp(-x * x / 2) / ROOT_TWO_PI;
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (double c : coefficients) sum = sum * x + c;
    return sum;
  }
}
