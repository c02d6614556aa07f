package undercurrent.math;

import static undercurrent.math.Functions.LN2_HIGH;
import static undercurrent.math.Functions.LN2_LOW;
import static undercurrent.math.Functions.LOG2_E;
import static undercurrent.math.Functions.MIN_EXP;
import static undercurrent.math.Functions.ROOT_HALF_BITS;
import static undercurrent.math.Functions.ROUNDER;
import static undercurrent.math.Functions.TANH_SMALL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The functions of {@link Functions} for a vector of numbers, step by step the same arithmetic. */
@SuppressWarnings("FloatingPointLiteralPrecision") // the coefficients as published
final class VectorFunctions {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** How many numbers a vector holds. */
  static final int LANES = SPECIES.length();

  // Constants stand in fields: broadcast in place, they would fill the compiler's budget for a
  // loop.
  private static final FloatVector ZERO = all(0f);
  private static final FloatVector ONE = all(1f);
  private static final FloatVector TWO = all(2f);
  private static final FloatVector MINUS_TWO = all(-2f);
  private static final FloatVector HALF = all(0.5f);
  private static final FloatVector MINUS_ONE = all(-1f);
  private static final FloatVector MINUS_HALF = all(-0.5f);
  private static final FloatVector LOG2E = all(LOG2_E);
  private static final FloatVector LN2_FIRST = all(LN2_HIGH);
  private static final FloatVector LN2_REST = all(LN2_LOW);
  private static final FloatVector MINUS_LN2_FIRST = all(-LN2_HIGH);
  private static final FloatVector MINUS_LN2_REST = all(-LN2_LOW);
  private static final FloatVector ROUND = all(ROUNDER);
  private static final FloatVector LOWEST = all(MIN_EXP);
  private static final FloatVector SMALL = all(TANH_SMALL);
  private static final IntVector ONE_AS_BITS = ONE.reinterpretAsInts();
  private static final IntVector ROUND_AS_BITS = ROUND.reinterpretAsInts();
  private static final IntVector ROOT_HALF =
      all(Float.intBitsToFloat(ROOT_HALF_BITS)).reinterpretAsInts();

  private static final FloatVector EXP_0 = all(1.9875691500e-4f);
  private static final FloatVector EXP_1 = all(1.3981999507e-3f);
  private static final FloatVector EXP_2 = all(8.3334519073e-3f);
  private static final FloatVector EXP_3 = all(4.1665795894e-2f);
  private static final FloatVector EXP_4 = all(1.6666665459e-1f);
  private static final FloatVector EXP_5 = all(5.0000001201e-1f);
  private static final FloatVector TANH_0 = all(-5.70498872745e-3f);
  private static final FloatVector TANH_1 = all(2.06390887954e-2f);
  private static final FloatVector TANH_2 = all(-5.37397155531e-2f);
  private static final FloatVector TANH_3 = all(1.33314422036e-1f);
  private static final FloatVector TANH_4 = all(-3.33332819422e-1f);
  private static final FloatVector LOG_0 = all(7.0376836292e-2f);
  private static final FloatVector LOG_1 = all(-1.1514610310e-1f);
  private static final FloatVector LOG_2 = all(1.1676998740e-1f);
  private static final FloatVector LOG_3 = all(-1.2420140846e-1f);
  private static final FloatVector LOG_4 = all(1.4249322787e-1f);
  private static final FloatVector LOG_5 = all(-1.6668057665e-1f);
  private static final FloatVector LOG_6 = all(2.0000714765e-1f);
  private static final FloatVector LOG_7 = all(-2.4999993993e-1f);
  private static final FloatVector LOG_8 = all(3.3333331174e-1f);

  private VectorFunctions() {}

  /** The largest multiple of {@link #LANES} up to {@code count}. */
  static int whole(int count) {
    return count - count % LANES;
  }

  static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }

  static FloatVector all(float number) {
    return FloatVector.broadcast(SPECIES, number);
  }

  /** array[at…] += amount. */
  static void add(float[] array, int at, FloatVector amount) {
    load(array, at).add(amount).intoArray(array, at);
  }

  static FloatVector decay(FloatVector x) {
    FloatVector shifted = x.fma(LOG2E, ROUND);
    FloatVector n = shifted.sub(ROUND);
    FloatVector r = n.fma(MINUS_LN2_REST, n.fma(MINUS_LN2_FIRST, x));
    FloatVector p = EXP_0;
    p = p.fma(r, EXP_1);
    p = p.fma(r, EXP_2);
    p = p.fma(r, EXP_3);
    p = p.fma(r, EXP_4);
    p = p.fma(r, EXP_5);
    FloatVector y = p.mul(r).fma(r, r).add(ONE);
    FloatVector scale =
        shifted
            .reinterpretAsInts()
            .lanewise(VectorOperators.LSHL, 23)
            .add(ONE_AS_BITS)
            .reinterpretAsFloats();
    return y.mul(scale).blend(ZERO, x.lt(LOWEST));
  }

  static FloatVector logOfNormal(FloatVector x) {
    IntVector bits = x.reinterpretAsInts();
    IntVector whole = bits.sub(ROOT_HALF).lanewise(VectorOperators.ASHR, 23);
    // A small whole number, added to the bits of 1.5·2²³, is that float plus the number.
    FloatVector e = whole.add(ROUND_AS_BITS).reinterpretAsFloats().sub(ROUND);
    FloatVector m =
        bits.sub(whole.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(ONE);
    FloatVector p = LOG_0;
    p = p.fma(m, LOG_1);
    p = p.fma(m, LOG_2);
    p = p.fma(m, LOG_3);
    p = p.fma(m, LOG_4);
    p = p.fma(m, LOG_5);
    p = p.fma(m, LOG_6);
    p = p.fma(m, LOG_7);
    p = p.fma(m, LOG_8);
    FloatVector m2 = m.mul(m);
    FloatVector y = p.mul(m).mul(m2);
    y = e.fma(LN2_REST, y);
    y = m2.fma(MINUS_HALF, y);
    return e.fma(LN2_FIRST, m.add(y));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector a = x.abs();
    FloatVector s = x.mul(x);
    FloatVector p = TANH_0;
    p = p.fma(s, TANH_1);
    p = p.fma(s, TANH_2);
    p = p.fma(s, TANH_3);
    p = p.fma(s, TANH_4);
    FloatVector small = p.mul(s).fma(x, x);
    FloatVector e = decay(a.mul(MINUS_TWO));
    FloatVector t = ONE.sub(e.mul(TWO).div(e.add(ONE)));
    t = t.blend(t.neg(), x.lt(ZERO));
    return t.blend(small, a.lt(SMALL));
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector e = decay(x.abs().neg());
    FloatVector u = e.add(ONE);
    FloatVector s = ONE.blend(e, x.lt(ZERO)).div(u);
    return s.mul(e.sub(u.sub(ONE))).fma(e.fma(HALF, MINUS_ONE), s);
  }

  static FloatVector softplus(FloatVector x) {
    FloatVector e = decay(x.abs().neg());
    FloatVector u = e.add(ONE);
    FloatVector log1p = logOfNormal(u).add(e.sub(u.sub(ONE)).div(u));
    return x.max(ZERO).add(log1p);
  }
}
