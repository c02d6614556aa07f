package undercurrent.model.linear;

/** Tails of the χ² and F distributions, through the incomplete gamma and beta functions. */
final class Distributions {
  private static final double TINY = 1e-300;
  private static final double EPSILON = 1e-15;
  private static final int MOST = 10_000;

  /** Lanczos, g = 7, n = 9 (Godfrey's coefficients). */
  private static final double[] LANCZOS = {
    0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531,
    -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private Distributions() {}

  /** P(χ²ₖ > x). */
  static double chiSquaredAbove(double x, double k) {
    return x <= 0 ? 1 : upperGamma(k / 2, x / 2);
  }

  /** P(F(a, b) > x). */
  static double fAbove(double x, double a, double b) {
    return x <= 0 ? 1 : beta(b / 2, a / 2, b / (b + a * x));
  }

  /** log Γ(x), x > 0. */
  static double logGamma(double x) {
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (x - 1 + i);
    double t = x + 6.5;
    return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
  }

  /** Q(a, x) = Γ(a, x) / Γ(a): a series for small x, a continued fraction for large. */
  private static double upperGamma(double a, double x) {
    double front = Math.exp(-x + a * Math.log(x) - logGamma(a));
    if (x < a + 1) {
      double term = 1 / a;
      double sum = term;
      for (int n = 1; n < MOST && term > sum * EPSILON; n++) {
        term *= x / (a + n);
        sum += term;
      }
      return 1 - front * sum;
    }
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double fraction = d;
    for (int i = 1; i < MOST; i++) {
      double an = -i * (i - a);
      b += 2;
      d = 1 / guarded(an * d + b);
      c = guarded(b + an / c);
      fraction *= d * c;
      if (Math.abs(d * c - 1) < EPSILON) break;
    }
    return front * fraction;
  }

  /** I(x; a, b), by Lentz's continued fraction on the side where it is quick. */
  private static double beta(double a, double b, double x) {
    if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
    if (x > (a + 1) / (a + b + 2)) return 1 - beta(b, a, 1 - x);
    double front =
        Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
            / a;
    double c = 1;
    double d = 1 / guarded(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int i = 1; i < MOST; i++) {
      double even = i * (b - i) * x / ((a + 2.0 * i - 1) * (a + 2.0 * i));
      d = 1 / guarded(1 + even * d);
      c = guarded(1 + even / c);
      fraction *= d * c;
      double odd = -(a + i) * (a + b + i) * x / ((a + 2.0 * i) * (a + 2.0 * i + 1));
      d = 1 / guarded(1 + odd * d);
      c = guarded(1 + odd / c);
      fraction *= d * c;
      if (Math.abs(d * c - 1) < EPSILON) break;
    }
    return front * fraction;
  }

  private static double guarded(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
