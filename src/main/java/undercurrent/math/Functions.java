package undercurrent.math;

/**
 * exp, log, tanh, sigmoid, softplus, sinh, asinh and log-gamma for floats by range reduction and
 * polynomials in {@link Math#fma}: the same bits on every machine, unlike the intrinsics behind
 * {@link Math}, and within two units in the last place. Coefficients of exp, log and tanh as in
 * Moshier's Cephes library. {@link VectorFunctions} is the twin that does many at once with the
 * same bits.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients as published
public final class Functions {
  static final float LOG2_E = 1.44269504088896341f;
  static final float LN2_HIGH = 0.693359375f;
  static final float LN2_LOW = -2.12194440e-4f;

  /** 1.5·2²³: adding it rounds to a whole number, which then stands in the lowest bits. */
  static final float ROUNDER = 12582912f;

  static final float MAX_EXP = 88.72283f;
  static final float MIN_EXP = -87.33654f;
  static final float TANH_SMALL = 0.625f;

  static final int ONE_BITS = 0x3f800000;
  static final int ROOT_HALF_BITS = 0x3f3504f3;

  private Functions() {}

  /** eˣ; 0 below −87.3, infinite above 88.7. */
  public static float exp(float x) {
    float shifted = Math.fma(x, LOG2_E, ROUNDER);
    float n = shifted - ROUNDER;
    float y = expOfRest(x, n);
    // 2ⁿ in two factors, so that n = 128 does not overflow the exponent
    int whole = (int) n;
    int half = whole >> 1;
    float scaled =
        y
            * Float.intBitsToFloat((half + 127) << 23)
            * Float.intBitsToFloat((whole - half + 127) << 23);
    if (x < MIN_EXP) return 0f;
    if (x > MAX_EXP) return Float.POSITIVE_INFINITY;
    return Float.isNaN(x) ? x : scaled;
  }

  /** eʳ with r = x − n ln 2, |r| ≤ ½ ln 2. */
  private static float expOfRest(float x, float n) {
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    float p = 1.9875691500e-4f;
    p = Math.fma(p, r, 1.3981999507e-3f);
    p = Math.fma(p, r, 8.3334519073e-3f);
    p = Math.fma(p, r, 4.1665795894e-2f);
    p = Math.fma(p, r, 1.6666665459e-1f);
    p = Math.fma(p, r, 5.0000001201e-1f);
    return Math.fma(p * r, r, r) + 1f;
  }

  /** eˣ for x ≤ 0, where 2ⁿ is one factor; 0 below −87.3. */
  static float decay(float x) {
    float shifted = Math.fma(x, LOG2_E, ROUNDER);
    float y = expOfRest(x, shifted - ROUNDER);
    float scale = Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + ONE_BITS);
    return x < MIN_EXP ? 0f : y * scale;
  }

  /** ln x; −∞ at 0, NaN below. */
  public static float log(float x) {
    if (!(x > 0f)) return x == 0f ? Float.NEGATIVE_INFINITY : Float.NaN;
    if (x == Float.POSITIVE_INFINITY) return x;
    if (x < Float.MIN_NORMAL) return logOfNormal(x * 0x1p24f) - 16.635532f; // 24 ln 2
    return logOfNormal(x);
  }

  /** ln x for normal positive x. */
  static float logOfNormal(float x) {
    int bits = Float.floatToRawIntBits(x);
    // x = 2ᵉ·(1 + m) with 1 + m in [√½, √2)
    int whole = (bits - ROOT_HALF_BITS) >> 23;
    float e = whole;
    float m = Float.intBitsToFloat(bits - (whole << 23)) - 1f;
    float p = 7.0376836292e-2f;
    p = Math.fma(p, m, -1.1514610310e-1f);
    p = Math.fma(p, m, 1.1676998740e-1f);
    p = Math.fma(p, m, -1.2420140846e-1f);
    p = Math.fma(p, m, 1.4249322787e-1f);
    p = Math.fma(p, m, -1.6668057665e-1f);
    p = Math.fma(p, m, 2.0000714765e-1f);
    p = Math.fma(p, m, -2.4999993993e-1f);
    p = Math.fma(p, m, 3.3333331174e-1f);
    float m2 = m * m;
    float y = p * m * m2;
    y = Math.fma(e, LN2_LOW, y);
    y = Math.fma(-0.5f, m2, y);
    return Math.fma(e, LN2_HIGH, m + y);
  }

  /**
   * The inverse hyperbolic sine, sign(x) ln(|x| + √(x² + 1)), within three units in the last place.
   */
  public static float asinh(float x) {
    float size = Math.abs(x);
    if (size < 0.5f) {
      float square = x * x;
      float p = 2.0122003309e-2f;
      p = Math.fma(p, square, -4.2699340972e-2f);
      p = Math.fma(p, square, 7.4847586088e-2f);
      p = Math.fma(p, square, -1.6666288134e-1f);
      return Math.fma(p * square, x, x);
    }
    float root = (float) Math.sqrt((double) size * size + 1);
    return Math.copySign(log(size + root), x);
  }

  /** The hyperbolic sine, (eˣ − e⁻ˣ) / 2. */
  public static float sinh(float x) {
    float size = Math.abs(x);
    if (size < 1f) {
      float square = x * x;
      float p = 2.03721912945e-4f;
      p = Math.fma(p, square, 8.33028376239e-3f);
      p = Math.fma(p, square, 1.66667160211e-1f);
      return Math.fma(p * square, x, x);
    }
    return Math.copySign(0.5f * (exp(size) - exp(-size)), x);
  }

  /** From here on Stirling's series is exact enough. */
  static final int STIRLING = 8;

  static final float HALF_LOG_TWO_PI = 0.9189385f;

  /** ln Γ(x) for x &gt; 0; the absolute error below x = 8 is a few units of 1e-6. */
  public static float logGamma(float x) {
    // Γ(x) = Γ(x + 8) / (x (x+1) … (x+7))
    return stirling(x) - logOfNormal(gammaShift(x));
  }

  /** x (x+1) … (x+7) below 8, else 1. */
  static float gammaShift(float x) {
    float product = x;
    for (int k = 1; k < STIRLING; k++) product *= x + k;
    return x < STIRLING ? product : 1f;
  }

  /** ln Γ by Stirling's series, of x from 8 on, else of x + 8. */
  static float stirling(float x) {
    float y = x < STIRLING ? x + STIRLING : x;
    float inverse = 1f / y;
    float square = inverse * inverse;
    float p = Math.fma(square, 7.9365079e-4f, -2.7777778e-3f);
    p = Math.fma(p, square, 8.3333333e-2f) * inverse;
    return Math.fma(y - 0.5f, logOfNormal(y), -y) + (HALF_LOG_TWO_PI + p);
  }

  /** The derivative of {@link #logGamma}. */
  public static float digamma(float x) {
    // ψ(x) = ψ(x + 8) − 1/x − … − 1/(x+7)
    boolean near = x < STIRLING;
    float y = near ? x + STIRLING : x;
    float sum = 1f / x;
    for (int k = 1; k < STIRLING; k++) sum += 1f / (x + k);
    float inverse = 1f / y;
    float square = inverse * inverse;
    float p = Math.fma(square, -3.9682540e-3f, 8.3333333e-3f);
    p = Math.fma(p, square, -8.3333333e-2f);
    float series = Math.fma(p, square, Math.fma(inverse, -0.5f, logOfNormal(y)));
    return near ? series - sum : series;
  }

  public static float tanh(float x) {
    float a = Math.abs(x);
    if (a < TANH_SMALL) {
      float s = x * x;
      float p = -5.70498872745e-3f;
      p = Math.fma(p, s, 2.06390887954e-2f);
      p = Math.fma(p, s, -5.37397155531e-2f);
      p = Math.fma(p, s, 1.33314422036e-1f);
      p = Math.fma(p, s, -3.33332819422e-1f);
      return Math.fma(p * s, x, x);
    }
    // 1 − 2e/(1+e) with e = e⁻²ᵃ
    float e = decay(-2f * a);
    float t = 1f - 2f * e / (1f + e);
    return x < 0 ? -t : t;
  }

  /** 1 / (1 + e⁻ˣ). */
  public static float sigmoid(float x) {
    float e = decay(-Math.abs(x));
    float u = 1f + e;
    float s = (x < 0 ? e : 1f) / u;
    // What u lost to rounding is put back to first order; 1/u is about 1 − e/2.
    return Math.fma(s * (e - (u - 1f)), Math.fma(e, 0.5f, -1f), s);
  }

  /** ln(1 + eˣ). */
  public static float softplus(float x) {
    float e = decay(-Math.abs(x));
    // ln(1+e): the rounding of 1+e is put back to first order
    float u = 1f + e;
    float log1p = logOfNormal(u) + (e - (u - 1f)) / u;
    return Math.max(x, 0f) + log1p;
  }

  /** sin of {@code turns}/2³² whole turns. */
  static float sineOfTurn(int turns) {
    int quarter = quarter(turns);
    float x = rest(turns, quarter);
    float s = x * x;
    float value = (quarter & 1) == 0 ? sineNearZero(x, s) : cosineNearZero(s);
    return (quarter & 2) == 0 ? value : -value;
  }

  /** cos of {@code turns}/2³² whole turns. */
  static float cosineOfTurn(int turns) {
    return sineOfTurn(turns + (1 << 30));
  }

  /** The nearest quarter of a turn; its two lowest bits count. */
  static int quarter(int turns) {
    return (turns + (1 << 29)) >> 30;
  }

  /** What is left of it as an angle in ±π/4. */
  static float rest(int turns, int quarter) {
    return (turns - (quarter << 30)) * (float) (Math.PI / 0x1p31);
  }

  private static float sineNearZero(float x, float s) {
    float p = Math.fma(-1.9515295891e-4f, s, 8.3321608736e-3f);
    p = Math.fma(p, s, -1.6666654611e-1f);
    return Math.fma(p * s, x, x);
  }

  private static float cosineNearZero(float s) {
    float p = Math.fma(2.443315711809948e-5f, s, -1.388731625493765e-3f);
    p = Math.fma(p, s, 4.166664568298827e-2f);
    return Math.fma(p * s, s, Math.fma(-0.5f, s, 1f));
  }

  /** baseⁿ by repeated squaring; unlike {@link StrictMath#pow} it makes nothing. */
  public static double power(double base, long n) {
    double power = 1;
    double square = base;
    for (long rest = n; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) power *= square;
      square *= square;
    }
    return power;
  }

  /** sin x, to a float's precision for |x| below 10⁹. */
  static float sin(float x) {
    double quarters = Math.rint(x * TWO_OVER_PI);
    return (float) quarter((long) quarters, rest(x, quarters));
  }

  /** cos x, to a float's precision for |x| below 10⁹. */
  static float cos(float x) {
    double quarters = Math.rint(x * TWO_OVER_PI);
    return (float) quarter((long) quarters + 1, rest(x, quarters));
  }

  private static final double TWO_OVER_PI = 2 / Math.PI;

  /** π/2 less its nearest double. */
  private static final double QUARTER_REST = 6.123233995736766e-17;

  /** x − quarters · π/2, in ±π/4. */
  private static double rest(double x, double quarters) {
    return Math.fma(-quarters, QUARTER_REST, Math.fma(-quarters, Math.PI / 2, x));
  }

  /** sin(r + n π/2), by the series of sine or cosine. */
  private static double quarter(long n, double r) {
    double q = r * r;
    double value =
        (n & 1) == 0
            ? r * (1 - q / 6 * (1 - q / 20 * (1 - q / 42 * (1 - q / 72 * (1 - q / 110)))))
            : 1 - q / 2 * (1 - q / 12 * (1 - q / 30 * (1 - q / 56 * (1 - q / 90 * (1 - q / 132)))));
    return (n & 2) == 0 ? value : -value;
  }
}
