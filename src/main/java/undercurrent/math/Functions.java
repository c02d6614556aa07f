package undercurrent.math;

/**
 * exp, log, tanh, sigmoid and softplus for floats by range reduction and polynomials in {@link
 * Math#fma}: the same bits on every machine, unlike the intrinsics behind {@link Math}.
 * Coefficients of exp, log and tanh as in Moshier's Cephes library.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients as published
public final class Functions {
  private static final float LOG2_E = 1.44269504088896341f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;
  private static final float ROUNDER = 12582912f; // 1.5·2²³: adding it rounds to a whole number
  private static final float MAX_EXP = 88.72283f;
  private static final float MIN_EXP = -87.33654f;

  private Functions() {}

  /** eˣ; 0 below −87.3, infinite above 88.7. */
  public static float exp(float x) {
    float n = Math.fma(x, LOG2_E, ROUNDER) - ROUNDER;
    // x = n·ln 2 + r, |r| ≤ ½ ln 2
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    float p = 1.9875691500e-4f;
    p = Math.fma(p, r, 1.3981999507e-3f);
    p = Math.fma(p, r, 8.3334519073e-3f);
    p = Math.fma(p, r, 4.1665795894e-2f);
    p = Math.fma(p, r, 1.6666665459e-1f);
    p = Math.fma(p, r, 5.0000001201e-1f);
    float y = Math.fma(p * r, r, r) + 1f;
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

  /** ln x for normal positive x; −∞ at 0, NaN below. */
  public static float log(float x) {
    if (!(x > 0f)) return x == 0f ? Float.NEGATIVE_INFINITY : Float.NaN;
    if (x == Float.POSITIVE_INFINITY) return x;
    int bits = Float.floatToRawIntBits(x);
    // x = 2ᵉ·m with m in [√½, √2)
    int e = ((bits - 0x3f3504f3) >> 23);
    float m = Float.intBitsToFloat(bits - (e << 23)) - 1f;
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

  public static float tanh(float x) {
    float a = Math.abs(x);
    if (a < 0.625f) {
      float s = x * x;
      float p = -5.70498872745e-3f;
      p = Math.fma(p, s, 2.06390887954e-2f);
      p = Math.fma(p, s, -5.37397155531e-2f);
      p = Math.fma(p, s, 1.33314422036e-1f);
      p = Math.fma(p, s, -3.33332819422e-1f);
      return Math.fma(p * s, x, x);
    }
    float t = 1f - 2f / (exp(2f * a) + 1f);
    return x < 0 ? -t : t;
  }

  /** 1 / (1 + e⁻ˣ). */
  public static float sigmoid(float x) {
    float e = exp(-Math.abs(x));
    float small = e / (1f + e);
    return x < 0 ? small : 1f / (1f + e);
  }

  /** ln(1 + eˣ). */
  public static float softplus(float x) {
    float e = exp(-Math.abs(x));
    // ln(1+e): the rounding of 1+e is put back to first order
    float u = 1f + e;
    float log1p = log(u) + (e - (u - 1f)) / u;
    return Math.max(x, 0f) + log1p;
  }
}
