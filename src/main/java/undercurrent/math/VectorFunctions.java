package undercurrent.math;

import static jdk.incubator.vector.FloatVector.broadcast;
import static undercurrent.math.Functions.HALF_LOG_TWO_PI;
import static undercurrent.math.Functions.LN2_HIGH;
import static undercurrent.math.Functions.LN2_LOW;
import static undercurrent.math.Functions.LOG2_E;
import static undercurrent.math.Functions.MAX_EXP;
import static undercurrent.math.Functions.MIN_EXP;
import static undercurrent.math.Functions.ONE_BITS;
import static undercurrent.math.Functions.ROOT_HALF_BITS;
import static undercurrent.math.Functions.ROUNDER;
import static undercurrent.math.Functions.TANH_SMALL;

import java.util.function.IntPredicate;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The functions of {@link Functions} for a vector of numbers, step by step the same arithmetic, and
 * all else that takes or gives vectors: the launchers have these methods inlined everywhere, since
 * a call that is left would put its vectors on the heap. Constants are broadcast by the library's
 * own method, which the compiler inlines whatever its budget: a method of ours in between would
 * leave vectors on the heap, a constant vector in a field would be read from memory again and
 * again.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients as published
final class VectorFunctions {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** How many numbers a vector holds. */
  static final int LANES = SPECIES.length();

  /** Every other lane, twice: 0, 2, 4, …, 0, 2, 4, …. */
  private static final VectorShuffle<Float> EVEN =
      VectorShuffle.fromOp(SPECIES, lane -> 2 * lane % LANES);

  private static final VectorShuffle<Float> ODD =
      VectorShuffle.fromOp(SPECIES, lane -> (2 * lane + 1) % LANES);

  /** Each lane of a half twice: 0, 0, 1, 1, …. */
  private static final VectorShuffle<Float> LOWER = VectorShuffle.fromOp(SPECIES, lane -> lane / 2);

  private static final VectorShuffle<Float> UPPER =
      VectorShuffle.fromOp(SPECIES, lane -> (LANES + lane) / 2);

  private static final VectorMask<Float> SECOND_HALF = mask(lane -> lane >= LANES / 2);
  private static final VectorMask<Float> ODD_LANES = mask(lane -> lane % 2 == 1);

  private VectorFunctions() {}

  /** The largest multiple of {@link #LANES} up to {@code count}. */
  static int whole(int count) {
    return count - count % LANES;
  }

  static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }

  static FloatVector all(float number) {
    return broadcast(SPECIES, number);
  }

  /** array[at…] += amount. */
  static void add(float[] array, int at, FloatVector amount) {
    load(array, at).add(amount).intoArray(array, at);
  }

  /** The lanes from one on. */
  static VectorMask<Float> from(int lane) {
    return broadcast(SPECIES, lane - 0.5f).lt(broadcast(SPECIES, 0f).addIndex(1));
  }

  /** a[from…] − b[at…]. */
  static FloatVector difference(float[] a, int from, float[] b, int at) {
    return load(a, from).sub(load(b, at));
  }

  /** The first numbers of pairs that fill two vectors. */
  static FloatVector first(FloatVector a, FloatVector b) {
    return a.rearrange(EVEN).blend(b.rearrange(EVEN), SECOND_HALF);
  }

  /** The second ones. */
  static FloatVector second(FloatVector a, FloatVector b) {
    return a.rearrange(ODD).blend(b.rearrange(ODD), SECOND_HALF);
  }

  /** The pairs of the first half of two vectors. */
  static FloatVector lower(FloatVector first, FloatVector second) {
    return first.rearrange(LOWER).blend(second.rearrange(LOWER), ODD_LANES);
  }

  /** Those of the second half. */
  static FloatVector upper(FloatVector first, FloatVector second) {
    return first.rearrange(UPPER).blend(second.rearrange(UPPER), ODD_LANES);
  }

  private static VectorMask<Float> mask(IntPredicate on) {
    boolean[] lanes = new boolean[LANES];
    for (int lane = 0; lane < LANES; lane++) lanes[lane] = on.test(lane);
    return VectorMask.fromArray(SPECIES, lanes, 0);
  }

  static FloatVector decay(FloatVector x) {
    FloatVector shifted = x.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, ROUNDER));
    FloatVector n = shifted.sub(broadcast(SPECIES, ROUNDER));
    FloatVector r = n.fma(broadcast(SPECIES, -LN2_LOW), n.fma(broadcast(SPECIES, -LN2_HIGH), x));
    FloatVector p = broadcast(SPECIES, 1.9875691500e-4f);
    p = p.fma(r, broadcast(SPECIES, 1.3981999507e-3f));
    p = p.fma(r, broadcast(SPECIES, 8.3334519073e-3f));
    p = p.fma(r, broadcast(SPECIES, 4.1665795894e-2f));
    p = p.fma(r, broadcast(SPECIES, 1.6666665459e-1f));
    p = p.fma(r, broadcast(SPECIES, 5.0000001201e-1f));
    FloatVector y = p.mul(r).fma(r, r).add(broadcast(SPECIES, 1f));
    FloatVector scale =
        shifted
            .reinterpretAsInts()
            .lanewise(VectorOperators.LSHL, 23)
            .add(ONE_BITS)
            .reinterpretAsFloats();
    return y.mul(scale).blend(broadcast(SPECIES, 0f), x.lt(broadcast(SPECIES, MIN_EXP)));
  }

  static FloatVector logOfNormal(FloatVector x) {
    IntVector bits = x.reinterpretAsInts();
    IntVector whole = bits.sub(ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, 23);
    // A small whole number, added to the bits of 1.5·2²³, is that float plus the number.
    FloatVector e =
        whole
            .add(Float.floatToRawIntBits(ROUNDER))
            .reinterpretAsFloats()
            .sub(broadcast(SPECIES, ROUNDER));
    FloatVector m =
        bits.sub(whole.lanewise(VectorOperators.LSHL, 23))
            .reinterpretAsFloats()
            .sub(broadcast(SPECIES, 1f));
    FloatVector p = broadcast(SPECIES, 7.0376836292e-2f);
    p = p.fma(m, broadcast(SPECIES, -1.1514610310e-1f));
    p = p.fma(m, broadcast(SPECIES, 1.1676998740e-1f));
    p = p.fma(m, broadcast(SPECIES, -1.2420140846e-1f));
    p = p.fma(m, broadcast(SPECIES, 1.4249322787e-1f));
    p = p.fma(m, broadcast(SPECIES, -1.6668057665e-1f));
    p = p.fma(m, broadcast(SPECIES, 2.0000714765e-1f));
    p = p.fma(m, broadcast(SPECIES, -2.4999993993e-1f));
    p = p.fma(m, broadcast(SPECIES, 3.3333331174e-1f));
    FloatVector m2 = m.mul(m);
    FloatVector y = p.mul(m).mul(m2);
    y = e.fma(broadcast(SPECIES, LN2_LOW), y);
    y = m2.fma(broadcast(SPECIES, -0.5f), y);
    return e.fma(broadcast(SPECIES, LN2_HIGH), m.add(y));
  }

  static FloatVector exp(FloatVector x) {
    FloatVector shifted = x.fma(broadcast(SPECIES, LOG2_E), broadcast(SPECIES, ROUNDER));
    FloatVector n = shifted.sub(broadcast(SPECIES, ROUNDER));
    FloatVector r = n.fma(broadcast(SPECIES, -LN2_LOW), n.fma(broadcast(SPECIES, -LN2_HIGH), x));
    FloatVector p = broadcast(SPECIES, 1.9875691500e-4f);
    p = p.fma(r, broadcast(SPECIES, 1.3981999507e-3f));
    p = p.fma(r, broadcast(SPECIES, 8.3334519073e-3f));
    p = p.fma(r, broadcast(SPECIES, 4.1665795894e-2f));
    p = p.fma(r, broadcast(SPECIES, 1.6666665459e-1f));
    p = p.fma(r, broadcast(SPECIES, 5.0000001201e-1f));
    FloatVector y = p.mul(r).fma(r, r).add(broadcast(SPECIES, 1f));
    IntVector whole = shifted.reinterpretAsInts().sub(Float.floatToRawIntBits(ROUNDER));
    IntVector half = whole.lanewise(VectorOperators.ASHR, 1);
    FloatVector first = half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    FloatVector second =
        whole.sub(half).add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    FloatVector scaled = y.mul(first).mul(second);
    return scaled
        .blend(broadcast(SPECIES, 0f), x.lt(broadcast(SPECIES, MIN_EXP)))
        .blend(broadcast(SPECIES, Float.POSITIVE_INFINITY), broadcast(SPECIES, MAX_EXP).lt(x))
        .blend(x, x.test(VectorOperators.IS_NAN));
  }

  static FloatVector log(FloatVector x) {
    FloatVector infinite = broadcast(SPECIES, Float.POSITIVE_INFINITY);
    VectorMask<Float> small = x.lt(broadcast(SPECIES, Float.MIN_NORMAL));
    FloatVector y = logOfNormal(x.blend(x.mul(broadcast(SPECIES, 0x1p24f)), small));
    return y.blend(y.sub(broadcast(SPECIES, 16.635532f)), small)
        .blend(infinite, x.eq(infinite))
        .blend(broadcast(SPECIES, Float.NaN), broadcast(SPECIES, 0f).lt(x).not())
        .blend(infinite.neg(), x.eq(broadcast(SPECIES, 0f)));
  }

  /** x (x+1) … (x+7) below 8, else 1. */
  static FloatVector gammaShift(FloatVector x) {
    FloatVector product = x;
    product = product.mul(x.add(broadcast(SPECIES, 1f)));
    product = product.mul(x.add(broadcast(SPECIES, 2f)));
    product = product.mul(x.add(broadcast(SPECIES, 3f)));
    product = product.mul(x.add(broadcast(SPECIES, 4f)));
    product = product.mul(x.add(broadcast(SPECIES, 5f)));
    product = product.mul(x.add(broadcast(SPECIES, 6f)));
    product = product.mul(x.add(broadcast(SPECIES, 7f)));
    return broadcast(SPECIES, 1f).blend(product, x.lt(broadcast(SPECIES, 8f)));
  }

  /** ln Γ by Stirling's series, of x from 8 on, else of x + 8. */
  static FloatVector stirling(FloatVector x) {
    FloatVector eight = broadcast(SPECIES, 8f);
    FloatVector y = x.blend(x.add(eight), x.lt(eight));
    FloatVector inverse = broadcast(SPECIES, 1f).div(y);
    FloatVector square = inverse.mul(inverse);
    FloatVector p =
        square.fma(broadcast(SPECIES, 7.9365079e-4f), broadcast(SPECIES, -2.7777778e-3f));
    p = p.fma(square, broadcast(SPECIES, 8.3333333e-2f)).mul(inverse);
    return y.sub(broadcast(SPECIES, 0.5f))
        .fma(logOfNormal(y), y.neg())
        .add(broadcast(SPECIES, HALF_LOG_TWO_PI).add(p));
  }

  static FloatVector digamma(FloatVector x) {
    FloatVector eight = broadcast(SPECIES, 8f);
    FloatVector one = broadcast(SPECIES, 1f);
    FloatVector y = x.blend(x.add(eight), x.lt(eight));
    FloatVector sum = one.div(x);
    sum = sum.add(one.div(x.add(broadcast(SPECIES, 1f))));
    sum = sum.add(one.div(x.add(broadcast(SPECIES, 2f))));
    sum = sum.add(one.div(x.add(broadcast(SPECIES, 3f))));
    sum = sum.add(one.div(x.add(broadcast(SPECIES, 4f))));
    sum = sum.add(one.div(x.add(broadcast(SPECIES, 5f))));
    sum = sum.add(one.div(x.add(broadcast(SPECIES, 6f))));
    sum = sum.add(one.div(x.add(broadcast(SPECIES, 7f))));
    FloatVector inverse = one.div(y);
    FloatVector square = inverse.mul(inverse);
    FloatVector p =
        square.fma(broadcast(SPECIES, -3.9682540e-3f), broadcast(SPECIES, 8.3333333e-3f));
    p = p.fma(square, broadcast(SPECIES, -8.3333333e-2f));
    FloatVector series = p.fma(square, inverse.fma(broadcast(SPECIES, -0.5f), logOfNormal(y)));
    return series.blend(series.sub(sum), x.lt(eight));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector a = x.abs();
    FloatVector s = x.mul(x);
    FloatVector p = broadcast(SPECIES, -5.70498872745e-3f);
    p = p.fma(s, broadcast(SPECIES, 2.06390887954e-2f));
    p = p.fma(s, broadcast(SPECIES, -5.37397155531e-2f));
    p = p.fma(s, broadcast(SPECIES, 1.33314422036e-1f));
    p = p.fma(s, broadcast(SPECIES, -3.33332819422e-1f));
    FloatVector small = p.mul(s).fma(x, x);
    FloatVector e = decay(a.mul(broadcast(SPECIES, -2f)));
    FloatVector t =
        broadcast(SPECIES, 1f)
            .sub(e.mul(broadcast(SPECIES, 2f)).div(e.add(broadcast(SPECIES, 1f))));
    t = t.blend(t.neg(), x.lt(broadcast(SPECIES, 0f)));
    return t.blend(small, a.lt(broadcast(SPECIES, TANH_SMALL)));
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector e = decay(x.abs().neg());
    FloatVector u = e.add(broadcast(SPECIES, 1f));
    FloatVector s = broadcast(SPECIES, 1f).blend(e, x.lt(broadcast(SPECIES, 0f))).div(u);
    return s.mul(e.sub(u.sub(broadcast(SPECIES, 1f))))
        .fma(e.fma(broadcast(SPECIES, 0.5f), broadcast(SPECIES, -1f)), s);
  }

  /** The bits of Math.max(x, 0f), for which the machine's own maximum would need six steps. */
  static FloatVector relu(FloatVector x) {
    return x.blend(broadcast(SPECIES, 0f), isOff(x));
  }

  /** Where ReLU is 0. */
  static VectorMask<Float> isOff(FloatVector x) {
    return x.compare(VectorOperators.LE, broadcast(SPECIES, 0f));
  }

  static FloatVector softplus(FloatVector x) {
    FloatVector linear = relu(x);
    FloatVector e = decay(x.abs().neg());
    FloatVector u = e.add(broadcast(SPECIES, 1f));
    FloatVector log1p = logOfNormal(u).add(e.sub(u.sub(broadcast(SPECIES, 1f))).div(u));
    return linear.add(log1p);
  }

  static FloatVector sineNearZero(FloatVector x, FloatVector s) {
    FloatVector p =
        broadcast(SPECIES, -1.9515295891e-4f).fma(s, broadcast(SPECIES, 8.3321608736e-3f));
    p = p.fma(s, broadcast(SPECIES, -1.6666654611e-1f));
    return p.mul(s).fma(x, x);
  }

  static FloatVector cosineNearZero(FloatVector s) {
    FloatVector p =
        broadcast(SPECIES, 2.443315711809948e-5f)
            .fma(s, broadcast(SPECIES, -1.388731625493765e-3f));
    p = p.fma(s, broadcast(SPECIES, 4.166664568298827e-2f));
    return p.mul(s).fma(s, broadcast(SPECIES, -0.5f).fma(s, broadcast(SPECIES, 1f)));
  }
}
