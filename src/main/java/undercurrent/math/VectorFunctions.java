package undercurrent.math;

import static jdk.incubator.vector.FloatVector.broadcast;
import static undercurrent.math.Functions.LN2_HIGH;
import static undercurrent.math.Functions.LN2_LOW;
import static undercurrent.math.Functions.LOG2_E;
import static undercurrent.math.Functions.MIN_EXP;
import static undercurrent.math.Functions.ONE_BITS;
import static undercurrent.math.Functions.ROOT_HALF_BITS;
import static undercurrent.math.Functions.ROUNDER;
import static undercurrent.math.Functions.TANH_SMALL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
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

  /** a[from…] = b[at…] = numbers. */
  static void set(float[] a, int from, float[] b, int at, FloatVector numbers) {
    numbers.intoArray(a, from);
    numbers.intoArray(b, at);
  }

  /** a[from…] − b[at…]. */
  static FloatVector difference(float[] a, int from, float[] b, int at) {
    return load(a, from).sub(load(b, at));
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

  static FloatVector softplus(FloatVector x) {
    FloatVector e = decay(x.abs().neg());
    FloatVector u = e.add(broadcast(SPECIES, 1f));
    FloatVector log1p = logOfNormal(u).add(e.sub(u.sub(broadcast(SPECIES, 1f))).div(u));
    return x.max(broadcast(SPECIES, 0f)).add(log1p);
  }
}
